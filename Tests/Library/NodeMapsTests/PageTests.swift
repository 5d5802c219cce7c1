import Foundation
import Graphs
import Names
import Testing

@testable import NodeMaps

/// The page that holds a map, in a real browser.
@Suite struct PageTests {
  /// The browser, where one is installed.
  static let browser = ["chromium", "chromium-browser", "google-chrome"].lazy
    .map { "/usr/bin/\($0)" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What a reader does on the page, and what comes of it, as JSON on the browser's console.
  private static let session = #"""
    <script>addEventListener('load', () => setTimeout(() => {
    const canvas = document.getElementById('map'), result = {};
    const box = canvas.getBoundingClientRect(), c = canvas.getContext('2d');
    const picture = () => canvas.toDataURL();
    const frame = () => new Promise(requestAnimationFrame);
    // Until the map rests, completely drawn.
    const rest = async () => {
      do { await frame(); await frame(); } while (canvas.getAttribute('aria-busy') !== 'false');
    };
    // How much is drawn in each frame: lines, discs, texts, images.
    let work = 0, works = [], times = [];
    for (const name of ['quadraticCurveTo', 'arc', 'fillRect', 'strokeText', 'fillText', 'drawImage']) {
      const original = CanvasRenderingContext2D.prototype[name];
      CanvasRenderingContext2D.prototype[name] = function(...values) {
        work++; return original.apply(this, values);
      };
    }
    const watch = last => {
      const now = performance.now();
      works.push(work); times.push(now - last); work = 0;
      requestAnimationFrame(() => watch(now));
    };
    watch(performance.now());
    const measured = async action => {
      await rest(); await frame();
      works = []; times = [];
      await action();
      await frame();
      return {works, times};
    };
    const mouse = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type,
      {clientX: box.left + x, clientY: box.top + y, pointerId: 1, bubbles: true}));
    const count = () => { // Pixels that are not the page's.
      const all = c.getImageData(0, 0, canvas.width, canvas.height).data;
      let n = 0;
      for (let i = 0; i < all.length; i += 4) if (all[i] + all[i + 1] + all[i + 2] < 720) n++;
      return n;
    };
    (async () => {
      await rest();
      result.drawn = count();
      result.legend = [...document.querySelectorAll('#legend span')].map(e => e.textContent);
      // Search for a node and go there: it lies in the middle, and its name is shown beside it.
      const search = document.getElementById('search');
      search.value = 'node17'; search.dispatchEvent(new Event('input'));
      result.found = [...document.querySelectorAll('#found button')].map(e => e.textContent);
      const before = picture();
      search.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}));
      await rest();
      result.moved = picture() !== before;
      mouse('pointermove', canvas.clientWidth / 2, canvas.clientHeight / 2);
      await frame(); await frame();
      result.tip = document.querySelector('#tip strong')?.textContent;
      const lines = [...document.querySelectorAll('#tip small')].map(e => e.textContent);
      result.neighbors = lines.find(line => line.startsWith('edges to '));
      result.nearest = lines.find(line => line.startsWith('nearest vectors: '));
      // Wheel and drag.
      const still = picture();
      canvas.dispatchEvent(new WheelEvent('wheel',
        {deltaY: 300, clientX: box.left + 50, clientY: box.top + 300, cancelable: true}));
      await rest();
      result.zoomed = picture() !== still;
      const far = picture();
      mouse('pointerdown', 100, 300); mouse('pointermove', 180, 340); mouse('pointerup', 180, 340);
      await rest();
      result.panned = picture() !== far;
      // Hide a group.
      canvas.dispatchEvent(new MouseEvent('dblclick'));
      await rest();
      const all = count();
      document.querySelector('#legend button').click();
      await rest();
      result.filtered = count() < all;
      result.pressed = document.querySelector('#legend button').getAttribute('aria-pressed');
      document.querySelector('#legend button').click();
      // What a frame draws while the map moves, and when it is drawn again at rest.
      const moving = await measured(async () => {
        for (let i = 0; i < 20; i++) {
          mouse('pointerdown', 100, 300); mouse('pointermove', 120 + i, 300);
          await frame();
          mouse('pointerup', 120 + i, 300);
        }
      });
      result.moving = Math.max(...moving.works);
      result.movingTimes = moving.times;
      const resting = await measured(async () => {
        canvas.dispatchEvent(new MouseEvent('dblclick'));
        await rest();
      });
      result.resting = Math.max(...resting.works);
      result.whole = resting.works.reduce((sum, each) => sum + each, 0);
      result.restingTimes = resting.times;
      console.log('OUTCOME' + JSON.stringify(result) + 'END');
    })().catch(error => { console.log('OUTCOME' + JSON.stringify({error: String(error)}) + 'END'); });
    }, 50));
    </script>
    """#

  struct Outcome: Decodable {
    var error: String?
    var drawn: Int?
    var legend: [String]?
    var found: [String]?
    var moved: Bool?
    var tip: String?
    var neighbors: String?
    var nearest: String?
    var zoomed: Bool?
    var panned: Bool?
    var filtered: Bool?
    var pressed: String?
    /// The most lines, discs, texts and images in a frame, while the map moves and when it is drawn
    /// again, and all of them until it is complete.
    var moving: Int?
    var resting: Int?
    var whole: Int?
    /// How long the frames took, in milliseconds.
    var movingTimes: [Double]?
    var restingTimes: [Double]?
  }

  @Test(
    .enabled(if: browser != nil, "needs chromium: apt-get install chromium"),
    .timeLimit(.minutes(5)), arguments: [300, 20_000])
  func `a reader can search, hover, zoom, pan and filter`(count: Int) throws {
    let sample = try Samples.clusters(count: count, groups: 5)
    var options = MapOptions()
    options.threadCount = 2
    let map = try NodeMap(
      sample.embedding, graph: sample.graph, labelTexts: sample.labels.map { "group \($0)" },
      options: options)
    let outcome = try play(map.draw(as: .html))
    #expect(outcome.error == nil)
    #expect(try #require(outcome.drawn) > 1000)
    #expect(Set(outcome.legend ?? []) == Set((0..<5).map { "group \($0)" }))
    #expect(outcome.found?.first == "node17")
    #expect(outcome.moved == true)
    #expect(outcome.tip == "node17")
    let node = try #require(sample.graph.names.index(of: "node17"))
    let neighbors = sample.graph.neighbors(of: UInt32(node))
    var names: [String] = []
    for index in neighbors.indices { names.append(sample.graph.names[Int(neighbors[index])]) }
    let shown = try #require(outcome.neighbors)
    #expect(
      shown.dropFirst("edges to ".count).split(separator: ", ")
        .allSatisfy { names.contains(String($0)) })
    let nearest = try NearestNodes(of: [node], in: sample.embedding, threadCount: 1).rows[0]
    #expect(nearest.count == NearestNodes.count)
    #expect(
      outcome.nearest
        == "nearest vectors: " + nearest.map { sample.graph.names[$0] }.joined(separator: ", "))
    #expect(outcome.zoomed == true)
    #expect(outcome.panned == true)
    #expect(outcome.filtered == true)
    #expect(outcome.pressed == "false")
    // Smooth on any machine: while a large map moves a frame draws one image, and none draws more
    // than a part of it. How long that takes depends on who else works here.
    let whole = try #require(outcome.whole)
    #expect(whole > count * 2)
    #expect(try #require(outcome.moving) <= (count > 4000 ? 10 : 5200))
    #expect(try #require(outcome.resting) <= 5200)
    for (name, times) in [("moving", outcome.movingTimes), ("resting", outcome.restingTimes)] {
      let sorted = (times ?? []).sorted()
      Attachment.record(
        "\(sorted.count) frames, median \(sorted[sorted.count / 2]) ms, longest \(sorted.last ?? 0) ms",
        named: "\(name)-\(count).txt")
    }
  }

  /// Opens a page in the browser, lets a reader act on it, and reads what came of it.
  private func play(_ page: [UInt8]) throws -> Outcome {
    let path = FileManager.default.temporaryDirectory.appending(path: "amble-\(UUID()).html")
    defer { try? FileManager.default.removeItem(at: path) }
    try (Data(page) + Data(Self.session.utf8)).write(to: path)
    let profile = path.deletingPathExtension().appendingPathExtension("profile")
    defer { try? FileManager.default.removeItem(at: profile) }
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.browser))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,800",
      "--user-data-dir=\(profile.path)", "--enable-logging=stderr", "--remote-debugging-port=0",
      path.absoluteString,
    ]
    let messages = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = messages
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    var said = Data()
    while true {
      let part = messages.fileHandleForReading.availableData
      guard !part.isEmpty else { break }
      said += part
      let text = String(decoding: said, as: UTF8.self)
      if let outcome = text.firstMatch(of: /OUTCOME(.*)END/)?.1 {
        return try JSONDecoder().decode(Outcome.self, from: Data(outcome.utf8))
      }
    }
    throw MapError("the browser ended early: \(String(decoding: said, as: UTF8.self))")
  }
}

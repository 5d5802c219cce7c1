import Algorithms
import Foundation
import Graphs
import RandomWalks
import Testing

@testable import SkipGramTraining

@Suite struct CheckpointTests {
  /// An empty folder that is removed with the value.
  final class Folder {
    let path: String

    init() throws {
      let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  static func options(_ optimizer: TrainingOptimizer = .gradientDescent) -> SkipGramOptions {
    var options = SkipGramOptions()
    options.dimensions = 12
    options.optimizer = optimizer
    return options
  }

  static func corpus(seed: UInt64 = 1) -> WalkCorpus {
    var walks = WalkOptions()
    walks.walksPerNode = 4
    walks.walkLength = 10
    return WalkCorpus(of: SkipGramTrainerTests.groups(35), options: walks, seed: seed)
  }

  /// Trains, and is killed or stopped after a number of steps.
  static func train(
    _ options: SkipGramOptions = options(), in directory: String? = nil, resumes: Bool = false,
    interval: Double = 1e-9, stopAfter: Int = .max, killAfter: Int = .max, seed: UInt64 = 1
  ) throws -> [Float] {
    var checkpoints = directory.map { Checkpoints(directory: $0) }
    checkpoints?.resumes = resumes
    checkpoints?.interval = interval
    var stepCount = 0
    return try SkipGramTrainer(options: options, seed: seed, threadCount: 2).train(
      on: corpus(seed: seed), checkpoints: checkpoints,
      onProgress: { _ in
        stepCount += 1
        if stepCount >= killAfter { kill(getpid(), SIGKILL) }
      }, shouldStop: { stepCount >= stopAfter }
    ).takeVectors()
  }

  @Test(arguments: [1, 2, 3, 17, 40], [TrainingOptimizer.gradientDescent, .rowwiseAdagrad])
  func `a stopped run goes on to the same bytes`(stop: Int, optimizer: TrainingOptimizer) throws {
    let folder = try Folder()
    let options = Self.options(optimizer)
    #expect {
      try Self.train(options, in: folder.path, stopAfter: stop)
    } throws: { error in
      guard case TrainingError.stopped(_, let checkpoint)? = error as? TrainingError else {
        return false
      }
      return checkpoint == folder.path
    }
    #expect(
      try Self.train(options, in: folder.path, resumes: true) == Self.train(options))
  }

  @Test func `hierarchical softmax goes on to the same bytes`() throws {
    let folder = try Folder()
    var options = Self.options()
    options.outputLayer = .hierarchicalSoftmax
    _ = try? Self.train(options, in: folder.path, stopAfter: 21)
    #expect(try Self.train(options, in: folder.path, resumes: true) == Self.train(options))
  }

  @Test func `a run killed after any step goes on to the same bytes`() async throws {
    let whole = try Self.train()
    let folder = try Folder()
    let path = folder.path
    // Before the first checkpoint, then again and again in one run.
    for _ in 0..<2 {
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
        _ = try CheckpointTests.train(in: path, resumes: true, killAfter: 1)
      }
    }
    for _ in 0..<4 {
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
        _ = try CheckpointTests.train(in: path, resumes: true, killAfter: 8)
      }
    }
    #expect(try Self.train(in: path, resumes: true) == whole)
  }

  @Test(arguments: [1, 3, 8, 20, 45])
  func `a run killed while it writes goes on to the same bytes`(milliseconds: Int) async throws {
    let folder = try Folder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, milliseconds = milliseconds as Int] in
      // With a checkpoint after every step, most of the time is spent in writing.
      Thread.detachNewThread {
        usleep(UInt32(milliseconds * 1000))
        kill(getpid(), SIGKILL)
      }
      while true { _ = try CheckpointTests.train(in: path, resumes: true) }
    }
    #expect(try Self.train(in: path, resumes: true) == Self.train())
  }

  @Test func `a damaged checkpoint is passed over for the one before`() throws {
    let folder = try Folder()
    _ = try? Self.train(in: folder.path, stopAfter: 30)
    // Generation 29, the newest, is the file of odd numbers; one bit of it flips.
    let newest = URL(filePath: folder.path).appending(path: "checkpoint-1")
    var bytes = try Data(contentsOf: newest)
    bytes[bytes.count / 2] ^= 4
    try bytes.write(to: newest)
    #expect(try Self.train(in: folder.path, resumes: true) == Self.train())

    let other = URL(filePath: folder.path).appending(path: "checkpoint-0")
    for file in [newest, other] { try Data("no".utf8).write(to: file) }
    #expect(throws: TrainingError.damagedCheckpoint(directory: folder.path)) {
      try Self.train(in: folder.path, resumes: true)
    }
  }

  /// Replaces a number in the first line of a checkpoint, and corrects its checksum.
  static func doctor(_ path: String, word: Int, _ number: Int) throws {
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var words = bytes[..<255].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    words[word] = String(number)
    let line = Array(words.joined(separator: " ").utf8)
    bytes.replaceSubrange(
      ..<255, with: line + [UInt8](repeating: 0x20, count: 255 - line.count))
    var digest = Digest()
    digest.add(Array(bytes.dropLast(8)).span)
    bytes.replaceSubrange((bytes.count - 8)..., with: digest.value.littleEndianBytes)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  // The words are generation, episode, step, episodes without progress, and the number of bytes.
  @Test(arguments: [2, 3, 4, 7, 8], [-1, 4, .max])
  func `a checkpoint with impossible numbers is damaged`(word: Int, number: Int) throws {
    // Two steps make an episode; all other numbers may be 4.
    guard number != 4 || word == 4 || word == 8 else { return }
    let folder = try Folder()
    #expect(throws: TrainingError.self) { try Self.train(in: folder.path, stopAfter: 6) }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names { try Self.doctor("\(folder.path)/\(name)", word: word, number) }
    #expect(throws: TrainingError.damagedCheckpoint(directory: folder.path)) {
      try Self.train(in: folder.path, resumes: true)
    }
  }

  @Test func `another run's checkpoint is refused`() throws {
    let folder = try Folder()
    _ = try? Self.train(in: folder.path, stopAfter: 30)
    var others = [Self.options(), Self.options(), Self.options(.rowwiseAdagrad)]
    others[0].learningRate = 0.03
    others[1].dimensions = 13
    for options in others {
      #expect(throws: TrainingError.foreignCheckpoint(directory: folder.path)) {
        try Self.train(options, in: folder.path, resumes: true)
      }
    }
    #expect(throws: TrainingError.foreignCheckpoint(directory: folder.path)) {
      try Self.train(in: folder.path, resumes: true, seed: 2)
    }
  }

  @Test func `without an interval there is a checkpoint an episode`() throws {
    let folder = try Folder()
    // Two blocks, hence two steps in each of sixty episodes.
    #expect(BlockLayout(nodeCount: 1050, dimensions: 12, seed: 1).blockCount == 2)
    _ = try Self.train(in: folder.path, interval: 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files == ["checkpoint-0", "checkpoint-1"])
    let line = try String(
      decoding: Data(contentsOf: URL(filePath: folder.path).appending(path: files[1])).prefix(60),
      as: UTF8.self)
    #expect(line.split(separator: " ")[2] == "59")
  }

  /// The steps with an error after the checkpoint before them could not be written.
  static func failures(in folder: Folder, blocking steps: Range<Int>) throws -> Set<Int> {
    // A folder in the place of a file is what not even root can write.
    let places = [0, 1].map { URL(filePath: folder.path).appending(path: "checkpoint-\($0)") }
    var checkpoints = Checkpoints(directory: folder.path)
    checkpoints.interval = 1e-9
    var stepCount = 0
    var failed: Set<Int> = []
    var kept = Data()
    let vectors = try SkipGramTrainer(options: options(), seed: 1, threadCount: 2).train(
      on: corpus(), checkpoints: checkpoints,
      onProgress: { state in
        stepCount += 1
        if state.checkpointError != nil { failed.insert(stepCount) }
        // The older file is the one that is written next.
        let place = places[(steps.lowerBound - 1) % 2]
        if stepCount == steps.lowerBound {
          kept = (try? Data(contentsOf: places[steps.lowerBound % 2])) ?? Data()
          try? FileManager.default.removeItem(at: place)
          try? FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
        }
        if stepCount == steps.upperBound {
          let newest = try? Data(contentsOf: places[steps.lowerBound % 2])
          #expect(!kept.isEmpty && newest == kept)
          try? FileManager.default.removeItem(at: place)
        }
      }
    ).takeVectors()
    #expect(try vectors == train())
    return failed
  }

  @Test func `a checkpoint that cannot be written is reported, and the run goes on`() throws {
    let folder = try Folder()
    #expect(try Self.failures(in: folder, blocking: 10..<14) == Set(11...14))
    #expect(try Self.train(in: folder.path, resumes: true) == Self.train())
  }

  @Test func `a folder that cannot be written is an error`() {
    #expect {
      try Self.train(in: "/no/such/folder")
    } throws: { error in
      guard case TrainingError.file(let path, _)? = error as? TrainingError else { return false }
      return path.hasPrefix("/no/such/folder")
    }
  }
}

internal import Algorithms
internal import Files

/// The two files of a checkpoint folder, of which a run resumes from the newer.
///
/// The files are written in turn, each under a temporary name and then renamed, and end with a
/// checksum: whenever the process or the machine dies, one complete file is left. A file is a line
/// of text with the job and the state, followed by the rows of the tables as they are in memory.
struct CheckpointFile {
  let directory: String
  /// Identifies the run.
  let job: UInt64

  private static let signature = "amble-checkpoint-2"
  /// More than any run counts.
  private static let largestNumber = 1 << 48

  private func path(_ generation: Int) -> String { "\(directory)/checkpoint-\(generation % 2)" }

  /// Checks before the run that checkpoints can be written.
  ///
  /// - Throws: `TrainingError.file` if they cannot.
  func requireWritable() throws(TrainingError) {
    do {
      for generation in 0...1 { try OutputFile.requireWritable(path(generation)) }
    } catch {
      throw .file(path: error.path, reason: error.reason)
    }
  }

  /// Writes a checkpoint over the older of the two.
  ///
  /// - Throws: `TrainingError.file` if the file cannot be written; the newer one is then untouched.
  func write(
    _ state: RunState, generation: Int, tables: borrowing BlockTables
  ) throws(TrainingError) {
    do {
      var file = try OutputFile(path(generation))
      var checksum = Digest()
      let header = Array(
        [
          Self.signature, String(job), String(generation), String(state.episode),
          String(state.step), String((state.loss ?? .nan).bitPattern),
          String(state.lowestLoss.bitPattern), String(state.staleEpisodeCount),
          String(tables.byteCount),
        ].joined(separator: " ").utf8)
      // The line has a fixed length, so that the numbers after it are aligned to words of memory.
      let line = header + [UInt8](repeating: 0x20, count: 255 - header.count) + [0x0a]
      checksum.add(line.span)
      try file.write(line)
      for part in 0..<tables.partCount {
        let bytes = tables.bytes(ofPart: part)
        checksum.add(bytes.span)
        try file.write(bytes)
      }
      try file.write(checksum.value.littleEndianBytes)
      try file.commit()
    } catch {
      throw .file(path: error.path, reason: error.reason)
    }
  }

  /// The generation of the next checkpoint of a new run: greater than those of all existing files.
  var nextGeneration: Int { ([0, 1].compactMap { load(path($0))?.generation }.max() ?? -1) + 1 }

  /// Reads the run's newest complete checkpoint.
  ///
  /// - Parameters:
  ///   - tables: The tables to restore.
  ///   - stepCount: The number of steps of an episode.
  /// - Returns: The state and the generation of the checkpoint, or nil if there is none yet.
  /// - Throws: `TrainingError` if all checkpoints are damaged, or belong to another run.
  func read(
    into tables: borrowing BlockTables, stepCount: Int
  ) throws(TrainingError) -> (RunState, Int)? {
    let paths = [path(0), path(1)].filter { InputFile.exists($0) }
    guard !paths.isEmpty else { return nil }
    let complete = paths.compactMap { load($0) }
    guard !complete.isEmpty else { throw .damagedCheckpoint(directory: directory) }
    let own = complete.filter { $0.job == job && $0.byteCount == tables.byteCount }
    guard !own.isEmpty else { throw .foreignCheckpoint(directory: directory) }
    let usable = own.filter { $0.state.step < stepCount }
    guard let newest = usable.max(by: { $0.generation < $1.generation }) else {
      throw .damagedCheckpoint(directory: directory)
    }
    tables.restore(from: newest.bytes.span, at: 256)
    return (newest.state, newest.generation)
  }

  private struct Content {
    let job: UInt64
    let generation: Int
    let state: RunState
    let byteCount: Int
    let bytes: FileBytes
  }

  /// The content of a file, or nil if it is incomplete.
  private func load(_ path: String) -> Content? {
    guard InputFile.exists(path), let bytes = try? FileBytes(mapping: path), bytes.count > 264
    else {
      return nil
    }
    let span = bytes.span
    let line = (0..<255).map { span[$0] }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
    guard words.count == 9, words[0] == Self.signature, let job = UInt64(words[1]),
      let generation = Int(words[2]), let episode = Int(words[3]), let step = Int(words[4]),
      let loss = UInt64(words[5]), let lowestLoss = UInt64(words[6]), let stale = Int(words[7]),
      let byteCount = Int(words[8]), byteCount == span.count - 264,
      [generation, episode, step, stale].allSatisfy((0...Self.largestNumber).contains)
    else { return nil }
    var checksum = Digest()
    checksum.add(span.extracting(0..<256 + byteCount))
    let stored = (0..<8).map { span[256 + byteCount + $0] }
    guard checksum.value.littleEndianBytes == stored else { return nil }
    let lossValue = Double(bitPattern: loss)
    return Content(
      job: job, generation: generation,
      state: RunState(
        episode: episode, step: step, loss: lossValue.isNaN ? nil : lossValue,
        lowestLoss: Double(bitPattern: lowestLoss), staleEpisodeCount: stale),
      byteCount: byteCount, bytes: bytes)
  }
}

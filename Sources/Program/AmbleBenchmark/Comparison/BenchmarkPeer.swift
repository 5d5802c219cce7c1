/// Another program that does the same tasks as we, or none.
struct BenchmarkPeer: ~Copyable {
  /// What a task took a peer.
  struct Reading {
    /// Seconds on the clock.
    var wallSeconds: Double
    /// Seconds of all processors together.
    var processorSeconds: Double
  }

  private let process: PeerProcess?
  /// The peer's name and version.
  let name: String

  /// Starts a script of the folder `peers`.
  ///
  /// - Parameters:
  ///   - python: The Python that runs it; empty for no peer.
  ///   - script: The script. It prints its name, and for each task, a line, the seconds on the
  ///     clock and those of all processors.
  ///   - arguments: The script's arguments.
  /// - Throws: `PeerProcess.PeerError` when it cannot be started.
  init(
    python: String, script: String, arguments: [any CustomStringConvertible]
  ) throws {
    guard !python.isEmpty else {
      process = nil
      name = "nobody"
      return
    }
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let peer = try PeerProcess(
      python, ["\(folder)/peers/\(script)"] + arguments.map { $0.description })
    name = try peer.receive()
    process = consume peer
  }

  /// Has the peer do a task.
  ///
  /// - Parameter task: The task's name.
  /// - Returns: What it took, or nil when there is no peer.
  /// - Throws: `PeerProcess.PeerError` when the peer ends or answers something else.
  borrowing func reading(of task: String) throws -> Reading? {
    switch process {
    case .none: return nil
    case .some(let peer):
      try peer.send(task)
      let answer = try peer.receive()
      let numbers = answer.split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 2 else {
        throw PeerProcess.PeerError(description: "'\(answer)' is not two times")
      }
      return Reading(wallSeconds: numbers[0], processorSeconds: numbers[1])
    }
  }
}

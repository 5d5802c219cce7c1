/// Another program that does the same tasks, or none.
struct BenchmarkPeer: ~Copyable {
  /// The times that a peer took for a task.
  struct Reading {
    /// Wall-clock time in seconds.
    var wallSeconds: Double
    /// CPU time of all processors together, in seconds.
    var processorSeconds: Double
  }

  private let process: PeerProcess?
  /// The peer's name and version.
  let name: String

  /// Starts a script in the folder `peers`.
  ///
  /// - Parameters:
  ///   - python: The Python that runs the script; empty for no peer.
  ///   - script: The script. It prints its name and then, for each task, a line with the wall-clock
  ///     and the CPU time in seconds.
  ///   - arguments: The arguments of the script.
  /// - Throws: `PeerProcess.PeerError` if it cannot be started.
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

  /// Lets the peer do a task.
  ///
  /// - Parameter task: The name of the task.
  /// - Returns: The times, or nil if there is no peer.
  /// - Throws: `PeerProcess.PeerError` if the peer ends or gives an invalid answer.
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

internal import SystemLibrary

/// Another program that does the same work: it receives a task as a line and answers with a line.
struct PeerProcess: ~Copyable {
  /// A program cannot be run, or ends before it has answered.
  struct PeerError: Error, CustomStringConvertible {
    let description: String
  }

  private let program: String
  private let process: pid_t
  private let tasks: Int32
  private let answers: Int32

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: The program; without a slash it is searched for in `PATH`.
  ///   - arguments: Its arguments.
  /// - Throws: `PeerError` if it cannot be started.
  init(_ program: String, _ arguments: [String]) throws {
    // Writing to a program that has ended must fail, not end this one.
    signal(SIGPIPE, SIG_IGN)
    let (input, output) = (try Self.pipe(), try Self.pipe())
    defer {
      close(input.reading)
      close(output.writing)
    }
    // SAFETY: the actions and the words live until the program has started; the words end with nil.
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input.reading, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    for end in [input.reading, input.writing, output.reading, output.writing] {
      unsafe posix_spawn_file_actions_addclose(&actions, end)
    }
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, program, &actions, nil, &words, environ)
    guard code == 0 else {
      throw PeerError(description: "\(program): \(unsafe String(cString: strerror(code)))")
    }
    self.program = program
    self.process = process
    tasks = input.writing
    answers = output.reading
  }

  deinit {
    close(tasks)
    close(answers)
    waitpid(process, nil, 0)
  }

  /// Sends a line.
  ///
  /// - Throws: `PeerError` if the program has ended.
  borrowing func send(_ task: String) throws {
    let line = Array("\(task)\n".utf8)
    let count = unsafe line.withUnsafeBytes { unsafe write(tasks, $0.baseAddress, $0.count) }
    guard count == line.count else { throw PeerError(description: "\(program) has ended") }
  }

  /// Waits for a line.
  ///
  /// - Returns: The line, without its line break.
  /// - Throws: `PeerError` if the program ends first.
  borrowing func receive() throws -> String {
    var line: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      guard unsafe read(answers, &byte, 1) == 1 else {
        throw PeerError(description: "\(program) ended without an answer")
      }
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
  }

  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    #if canImport(Glibc)
      let code = unsafe Glibc.pipe(&ends)
    #else
      let code = unsafe Darwin.pipe(&ends)
    #endif
    guard code == 0 else { throw PeerError(description: "there is no pipe to be had") }
    return (ends[0], ends[1])
  }
}

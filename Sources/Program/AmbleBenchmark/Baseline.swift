internal import Files
internal import Text

/// The median times of tasks on one machine, as stored in a file.
struct Baseline {
  /// A file does not contain a baseline.
  struct FormatError: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) is no baseline: write one with 'baseline --save FILE'" }
  }

  /// A description of the machine.
  let machine: String
  /// The tasks in order, with their median wall-clock time in seconds.
  let tasks: [(name: String, seconds: Double)]

  init(machine: String, tasks: [(name: String, seconds: Double)]) {
    self.machine = machine
    self.tasks = tasks
  }

  /// Reads a file that `write(to:)` has written.
  ///
  /// - Throws: `FileError`, `JSONError` or `FormatError`.
  init(contentsOf path: String) throws {
    let text = try InputFile.read(path)
    guard case .string(let machine) = try JSONValue(parsing: text.span)["machine"],
      case .object(let members) = try JSONValue(parsing: text.span)["seconds"]
    else { throw FormatError(path: path) }
    self.machine = machine
    tasks = try members.map { name, value in
      switch value {
      case .double(let seconds): (name, seconds)
      case .integer(let seconds): (name, Double(seconds))
      default: throw FormatError(path: path)
      }
    }
  }

  /// Writes the times as JSON.
  ///
  /// - Throws: `FileError` if the file cannot be written.
  func write(to path: String) throws {
    let value: JSONValue = [
      "machine": .string(machine),
      "seconds": .object(
        tasks.map { (name: $0.name, value: .double(($0.seconds * 1e4).rounded() / 1e4)) }),
    ]
    var file = try OutputFile(path)
    try file.write(JSONWriter.text(of: value) + "\n")
    try file.commit()
  }
}

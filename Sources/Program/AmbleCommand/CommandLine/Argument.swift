/// An argument of a command that is not an option, such as a file or a node.
struct Argument<Root>: Sendable {
  /// How many words the argument takes.
  enum Arity: Sendable {
    case one
    case optional
    case any
  }

  /// The placeholder in help texts: "EDGES".
  let name: String
  let arity: Arity
  let help: String
  /// Sets or appends to the property.
  let set: @Sendable (inout Root, String) -> Void
  /// The files that the argument names, if it names some.
  var files: NamedFiles<Root>?

  /// A required argument.
  static func required(
    _ name: String, to path: Property<Root, String>, _ help: String, file: FileUse<Root>? = nil
  ) -> Argument {
    Argument(
      name: name, arity: .one, help: help, set: { $0[keyPath: path] = $1 },
      files: file.map { NamedFiles($0, of: path) })
  }

  /// The same argument, which may be left out.
  var optional: Argument {
    Argument(name: name, arity: .optional, help: help, set: set, files: files)
  }

  /// Any number of arguments, as the last ones of a command.
  static func any(
    _ name: String, to path: Property<Root, [String]>, _ help: String
  ) -> Argument {
    Argument(name: name, arity: .any, help: help, set: { $0[keyPath: path].append($1) })
  }

  /// The argument as shown in a usage line.
  var usage: String {
    switch arity {
    case .one: name
    case .optional: "[\(name)]"
    case .any: "[\(name) …]"
    }
  }

  /// The error if the argument is missing.
  var missing: UsageError { UsageError("\(name) is missing: \(help)") }
}

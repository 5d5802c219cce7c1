/// What follows a command's name without an option: a file, a node.
struct Argument<Root>: Sendable {
  /// How many texts the argument takes.
  enum Arity: Sendable {
    case one
    case any
  }

  /// What stands for it in help texts: "EDGES".
  let name: String
  let arity: Arity
  let help: String
  /// Sets or appends to the property.
  let set: @Sendable (inout Root, String) -> Void

  /// An argument that must be given.
  static func required(
    _ name: String, to path: Property<Root, String>, _ help: String
  ) -> Argument {
    Argument(name: name, arity: .one, help: help) { $0[keyPath: path] = $1 }
  }

  /// Arguments of any number, the last ones of a command.
  static func any(
    _ name: String, to path: Property<Root, [String]>, _ help: String
  ) -> Argument {
    Argument(name: name, arity: .any, help: help) { $0[keyPath: path].append($1) }
  }

  /// The argument as a usage line shows it.
  var usage: String { arity == .one ? name : "[\(name) …]" }
}

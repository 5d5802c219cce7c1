/// What the value of an option or argument names: files that the command reads, or that it writes.
struct FileUse<Root>: Sendable {
  /// Whether the files are written.
  let isOutput: Bool
  /// The paths of the files that a value stands for.
  let paths: @Sendable (_ command: Root, _ value: String) -> [String]

  /// The value is the path of a file that is read.
  static var reads: FileUse { reads { [$1] } }
  /// The value is the path of a file that is written.
  static var writes: FileUse { writes { [$1] } }

  /// The value stands for files that are read.
  static func reads(
    _ paths: @escaping @Sendable (_ command: Root, _ value: String) -> [String]
  ) -> FileUse { FileUse(isOutput: false, paths: paths) }

  /// The value stands for files that are written.
  static func writes(
    _ paths: @escaping @Sendable (_ command: Root, _ value: String) -> [String]
  ) -> FileUse { FileUse(isOutput: true, paths: paths) }
}

/// The files of an option or argument, as a function of the command.
struct NamedFiles<Root>: Sendable {
  let isOutput: Bool
  /// The value of the option; nil or empty if there is none.
  let value: @Sendable (Root) -> String?
  /// The paths that the value stands for.
  let paths: @Sendable (Root) -> [String]

  /// The files that the value of a property stands for.
  init<Value: OptionValue>(_ use: FileUse<Root>, of path: Property<Root, Value>) {
    isOutput = use.isOutput
    value = { $0[keyPath: path].optionText }
    paths = { root in root[keyPath: path].optionText.map { use.paths(root, $0) } ?? [] }
  }

  private init(
    isOutput: Bool, value: @escaping @Sendable (Root) -> String?,
    paths: @escaping @Sendable (Root) -> [String]
  ) {
    self.isOutput = isOutput
    self.value = value
    self.paths = paths
  }

  /// The same for a larger value that contains the root as a part.
  func lifted<Whole>(to path: Property<Whole, Root>) -> NamedFiles<Whole> {
    NamedFiles<Whole>(
      isOutput: isOutput, value: { value($0[keyPath: path]) }, paths: { paths($0[keyPath: path]) })
  }
}

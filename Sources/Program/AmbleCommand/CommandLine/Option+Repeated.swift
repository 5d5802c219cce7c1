extension Option {
  /// An option that may be given several times, each time with one more value.
  ///
  /// - Parameters:
  ///   - name: The long name.
  ///   - path: The property that values are appended to.
  ///   - help: The meaning of the option, as a sentence.
  ///   - valueName: The placeholder in help texts.
  /// - Returns: The option.
  static func repeated(
    _ name: String, to path: Property<Root, [String]>, _ help: String, valueName: String
  ) -> Option {
    Option(
      names: [name], valueName: valueName, help: help, property: String(name.dropFirst(2)),
      defaultText: { _ in nil },
      set: { (root, text) throws(UsageError) in root[keyPath: path].append(text) })
  }
}

internal import Text

/// An option of a command: its names, its help, and the property that it sets.
struct Option<Root>: Sendable {
  /// The names, the long one first: "--output", "-o".
  let names: [String]
  /// The placeholder for the value in help texts; nil for a flag, which has no value.
  let valueName: String?
  let help: String
  /// The name of the corresponding property in the library, as used in its errors.
  let property: String
  /// The text of the default, if it should be shown.
  let defaultText: @Sendable (Root) -> String?
  /// Sets the property to a value given as text, which is empty for a flag.
  let set: @Sendable (inout Root, String) throws(UsageError) -> Void
  /// The files that the value names, if it names some.
  var files: NamedFiles<Root>?

  /// An option with a value.
  ///
  /// - Parameters:
  ///   - names: The long name, "--walk-length", and optionally a short one, "-o".
  ///   - path: The property.
  ///   - help: The meaning of the option, as a sentence.
  ///   - valueName: The placeholder in help texts, if that of the type is too vague.
  ///   - property: The library's name of the property, if it is not derived from the long name.
  ///   - file: What the value names, if it names files.
  /// - Returns: The option.
  static func value<Value: OptionValue>(
    _ names: String..., to path: Property<Root, Value>, _ help: String,
    valueName: String = Value.valueName, property: String? = nil, file: FileUse<Root>? = nil
  ) -> Option {
    let name = names[0]
    return Option(
      names: names, valueName: valueName, help: help,
      property: property ?? camelCase(name), defaultText: { $0[keyPath: path].optionText },
      set: { (root, text) throws(UsageError) in
        guard let value = Value(optionText: text) else {
          throw UsageError("\(name) must be \(Value.accepted), not \(Excerpt.quoted(text.utf8))")
        }
        root[keyPath: path] = value
      }, files: file.map { NamedFiles($0, of: path) })
  }

  /// An option whose value is a number in a range.
  ///
  /// - Parameters:
  ///   - names: The long name, and optionally a short one.
  ///   - path: The property.
  ///   - range: The values that are accepted.
  ///   - help: The meaning of the option, as a sentence.
  ///   - property: The library's name of the property, if it is not derived from the long name.
  /// - Returns: The option.
  static func value<Value: OptionValue & Comparable>(
    _ names: String..., to path: Property<Root, Value>, in range: ClosedRange<Value>,
    _ help: String, property: String? = nil
  ) -> Option {
    ranged(
      names, in: range, help, property, defaultText: { $0[keyPath: path].optionText },
      store: { $0[keyPath: path] = $1 })
  }

  /// An option whose value is a number in a range, and which may be left out.
  static func value<Value: OptionValue & Comparable>(
    _ names: String..., to path: Property<Root, Value?>, in range: ClosedRange<Value>,
    _ help: String, property: String? = nil
  ) -> Option {
    ranged(
      names, in: range, help, property, defaultText: { $0[keyPath: path].optionText },
      store: { $0[keyPath: path] = $1 })
  }

  private static func ranged<Value: OptionValue & Comparable>(
    _ names: [String], in range: ClosedRange<Value>, _ help: String, _ property: String?,
    defaultText: @escaping @Sendable (Root) -> String?,
    store: @escaping @Sendable (inout Root, Value) -> Void
  ) -> Option {
    let name = names[0]
    return Option(
      names: names, valueName: Value.valueName, help: help,
      property: property ?? camelCase(name), defaultText: defaultText,
      set: { (root, text) throws(UsageError) in store(&root, try parsed(text, name, in: range)) })
  }

  private static func parsed<Value: OptionValue & Comparable>(
    _ text: String, _ name: String, in range: ClosedRange<Value>
  ) throws(UsageError) -> Value {
    guard let value = Value(optionText: text) else {
      throw UsageError("\(name) must be \(Value.accepted), not \(Excerpt.quoted(text.utf8))")
    }
    guard range.contains(value) else {
      let low = range.lowerBound.optionText ?? ""
      let high = range.upperBound.optionText ?? ""
      throw UsageError("\(name) must be from \(low) to \(high), not \(value.optionText ?? text)")
    }
    return value
  }

  /// An option without a value.
  ///
  /// - Parameters:
  ///   - names: The long name, "--directed", and optionally a short one.
  ///   - path: The property; it is set to `value` if the option is given.
  ///   - value: The new value of the property.
  ///   - help: The meaning of the option, as a sentence.
  ///   - property: The library's name of the property, if it is not derived from the long name.
  /// - Returns: The option.
  static func flag(
    _ names: String..., to path: Property<Root, Bool>, is value: Bool = true,
    _ help: String, property: String? = nil
  ) -> Option {
    Option(
      names: names, valueName: nil, help: help, property: property ?? camelCase(names[0]),
      defaultText: { _ in nil },
      set: { (root, _) throws(UsageError) in root[keyPath: path] = value })
  }

  /// The same option for a larger value that contains the root as a part.
  func lifted<Whole>(to path: Property<Whole, Root>) -> Option<Whole> {
    Option<Whole>(
      names: names, valueName: valueName, help: help, property: property,
      defaultText: { defaultText($0[keyPath: path]) },
      set: { (whole, text) throws(UsageError) in try set(&whole[keyPath: path], text) },
      files: files?.lifted(to: path))
  }

  /// Converts "--walk-length" to "walkLength".
  private static func camelCase(_ name: String) -> String {
    let words = name.drop { $0 == "-" }.split(separator: "-")
    return (words.first.map(String.init) ?? "")
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

/// A group of options, under a title in the help text.
struct OptionSection<Root>: Sendable {
  let title: String
  let options: [Option<Root>]

  init(_ title: String, _ options: [Option<Root>]) {
    self.title = title
    self.options = options
  }

  /// The options of a part of the command, for example those that several commands share.
  init<Part>(
    _ title: String, of path: Property<Root, Part>, _ options: [Option<Part>]
  ) {
    self.init(title, options.map { $0.lifted(to: path) })
  }
}

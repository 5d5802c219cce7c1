internal import Text
/// A type of option values.
protocol OptionValue: Sendable {
  /// Parses a value; nil if the text is invalid.
  init?(optionText: String)
  /// The value as shown as a default; nil if there is nothing to show.
  var optionText: String? { get }
  /// The placeholder for a value in help texts.
  static var valueName: String { get }
  /// What is accepted, phrased to follow "must be".
  static var accepted: String { get }
}

extension Int: OptionValue {
  init?(optionText: String) { self.init(optionText) }
  var optionText: String? { String(self) }
  static var valueName: String { "N" }
  static var accepted: String { "a whole number" }
}

extension UInt64: OptionValue {
  init?(optionText: String) { self.init(optionText) }
  var optionText: String? { String(self) }
  static var valueName: String { "N" }
  static var accepted: String { "a whole number, 0 or more" }
}

extension Double: OptionValue {
  init?(optionText: String) {
    guard let number = Double(optionText), number.isFinite else { return nil }
    self = number
  }
  var optionText: String? { shortText }
  static var valueName: String { "X" }
  static var accepted: String { "a number" }
}

extension String: OptionValue {
  init?(optionText: String) { self = optionText }
  var optionText: String? { isEmpty ? nil : self }
  static var valueName: String { "TEXT" }
  static var accepted: String { "a text" }
}

extension Optional: OptionValue where Wrapped: OptionValue {
  init?(optionText: String) {
    guard let value = Wrapped(optionText: optionText) else { return nil }
    self = value
  }
  var optionText: String? { self?.optionText }
  static var valueName: String { Wrapped.valueName }
  static var accepted: String { Wrapped.accepted }
}

extension Array: OptionValue where Element: OptionValue {
  init?(optionText: String) {
    let values = optionText.split(separator: ",", omittingEmptySubsequences: false)
      .map { Element(optionText: String($0)) }
    guard !values.contains(where: { $0 == nil }) else { return nil }
    self = values.compactMap(\.self)
  }
  var optionText: String? { isEmpty ? nil : compactMap(\.optionText).joined(separator: ",") }
  static var valueName: String { "\(Element.valueName),…" }
  static var accepted: String { "\(Element.accepted), or several with commas between" }
}

/// A choice between names: an enumeration whose raw values are words of the command line.
protocol OptionChoice: OptionValue, CaseIterable, RawRepresentable where RawValue == String {}

extension OptionChoice {
  init?(optionText: String) { self.init(rawValue: optionText) }
  var optionText: String? { rawValue }
  static var valueName: String { allCases.map(\.rawValue).joined(separator: "|") }
  static var accepted: String {
    let words = allCases.map(\.rawValue)
    return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}

extension Bool: OptionValue {
  init?(optionText: String) {
    switch optionText {
    case "yes": self = true
    case "no": self = false
    default: return nil
    }
  }
  var optionText: String? { self ? "yes" : "no" }
  static var valueName: String { "yes|no" }
  static var accepted: String { "yes or no" }
}

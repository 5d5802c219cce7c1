/// An option is out of range.
public struct OptionError: Error, Equatable, CustomStringConvertible {
  /// The name of the option in the library.
  public let option: String
  /// The value that was given.
  public let value: String
  /// What would be accepted.
  public let accepted: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - option: The name of the option in the library.
  ///   - value: The value that was given.
  ///   - accepted: What would be accepted, phrased to follow "must be".
  public init(option: String, value: String, accepted: String) {
    self.option = option
    self.value = value
    self.accepted = accepted
  }

  /// The option, what it must be and what it is.
  public var description: String { "\(option) must be \(accepted), not \(value)" }

  /// Throws unless a condition on an option's value holds.
  ///
  /// - Parameters:
  ///   - isAccepted: The condition.
  ///   - option: The name of the option.
  ///   - value: The value of the option.
  ///   - accepted: What would be accepted, phrased to follow "must be".
  /// - Throws: `OptionError` if the condition does not hold.
  package static func require(
    _ isAccepted: Bool, _ option: String, _ value: some CustomStringConvertible,
    _ accepted: String
  ) throws(OptionError) {
    if !isAccepted {
      throw OptionError(option: option, value: value.description, accepted: accepted)
    }
  }
}

/// An option that lies out of its range.
public struct OptionError: Error, Equatable, CustomStringConvertible {
  /// The option's name, as the library spells it.
  public let option: String
  /// The value that was given.
  public let value: String
  /// What would be accepted.
  public let accepted: String

  /// Creates the error of an option.
  ///
  /// - Parameters:
  ///   - option: The option's name, as the library spells it.
  ///   - value: The value that was given.
  ///   - accepted: What would be accepted, to be read after "must be".
  public init(option: String, value: String, accepted: String) {
    self.option = option
    self.value = value
    self.accepted = accepted
  }

  /// Says which option, what it must be and what it was.
  public var description: String { "\(option) must be \(accepted), not \(value)" }

  /// Throws unless a claim about an option's value holds.
  ///
  /// - Parameters:
  ///   - isAccepted: The claim.
  ///   - option: The option's name.
  ///   - value: The option's value.
  ///   - accepted: What would be accepted, to be read after "must be".
  /// - Throws: `OptionError` when the claim does not hold.
  package static func require(
    _ isAccepted: Bool, _ option: String, _ value: some CustomStringConvertible,
    _ accepted: String
  ) throws(OptionError) {
    if !isAccepted {
      throw OptionError(option: option, value: value.description, accepted: accepted)
    }
  }
}

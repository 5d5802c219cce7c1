/// A JSON value to be written: a report, a list of answers.
///
/// Literals stand for themselves: `["name": "34", "similar": [0.5, nil]]`. The members of an object
/// keep their order, so that the same value is always the same text.
///
/// T. Bray: The JavaScript Object Notation (JSON) Data Interchange Format, RFC 8259, 2017.
package enum JSONValue: Sendable {
  /// No value.
  case null
  /// True or false.
  case boolean(Bool)
  /// An integer.
  case integer(Int)
  /// A number in double precision. JSON has no infinity and no "not a number": they become `null`.
  case double(Double)
  /// A number in single precision, written with the fewest digits that give it back.
  case float(Float)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order. That no name is repeated is the caller's matter.
  case object([(name: String, value: JSONValue)])
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Creates no value.
  package init(nilLiteral: ()) { self = .null }

  /// Creates a truth value.
  package init(booleanLiteral value: Bool) { self = .boolean(value) }

  /// Creates an integer.
  package init(integerLiteral value: Int) { self = .integer(value) }

  /// Creates a number in double precision.
  package init(floatLiteral value: Double) { self = .double(value) }

  /// Creates a text.
  package init(stringLiteral value: String) { self = .string(value) }

  /// Creates a list.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Creates an object with its members in the order of the literal.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { (name: $0.0, value: $0.1) })
  }
}

/// A JSON value to be written, such as a report or a list of answers.
///
/// Literals can be used: `["name": "34", "similar": [0.5, nil]]`. The members of an object keep
/// their order, so that equal values give equal texts.
///
/// T. Bray: The JavaScript Object Notation (JSON) Data Interchange Format, RFC 8259, 2017.
package enum JSONValue: Sendable {
  /// The value `null`.
  case null
  /// True or false.
  case boolean(Bool)
  /// An integer.
  case integer(Int)
  /// A number in double precision. JSON cannot express infinities and NaN; they become `null`.
  case double(Double)
  /// A number in single precision, written with the fewest digits that identify it.
  case float(Float)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order. The caller must not repeat names.
  case object([(name: String, value: JSONValue)])
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Creates the value `null`.
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

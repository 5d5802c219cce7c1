internal import CSelect

/// One of two numbers, chosen without a branch.
///
/// It is for conditions that cannot be foreseen, such as whether a random number is below another:
/// a processor that guesses a branch wrongly loses more time than it takes to have both numbers.
///
/// The corresponding C function is `select_number`.
///
/// - Parameters:
///   - condition: Which number is wanted.
///   - yes: The number where the condition holds.
///   - no: The number where it does not.
/// - Returns: The number.
@inline(__always)
func select<Number: FixedWidthInteger>(_ condition: Bool, _ yes: Number, _ no: Number) -> Number {
  Number(
    truncatingIfNeeded: select_number(
      condition, UInt64(truncatingIfNeeded: yes), UInt64(truncatingIfNeeded: no)))
}

internal import CWalkKernels

/// Returns one of two numbers without a branch.
///
/// Use it for unpredictable conditions, such as whether a random number is below another: a
/// mispredicted branch costs more than computing both numbers.
///
/// The corresponding C function is `select_number`.
///
/// - Parameters:
///   - condition: Which number to return.
///   - yes: The number for a condition that holds.
///   - no: The number for one that does not.
/// - Returns: One of the numbers.
@inline(__always)
func select<Number: FixedWidthInteger>(_ condition: Bool, _ yes: Number, _ no: Number) -> Number {
  Number(
    truncatingIfNeeded: select_number(
      condition, UInt64(truncatingIfNeeded: yes), UInt64(truncatingIfNeeded: no)))
}

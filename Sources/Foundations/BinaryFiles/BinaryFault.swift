/// What is wrong with a binary file.
package struct BinaryFault: Error, Equatable {
  /// The place in bytes, counted from 0; nil if it concerns no single place.
  package let byte: Int?
  /// What is wrong there.
  package let reason: String

  /// Creates a fault.
  ///
  /// - Parameters:
  ///   - byte: The place in bytes, or nil.
  ///   - reason: What is wrong there.
  package init(byte: Int? = nil, _ reason: String) {
    self.byte = byte
    self.reason = reason
  }
}

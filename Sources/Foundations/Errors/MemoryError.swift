/// There is not enough memory.
public struct MemoryError: Error, Equatable, CustomStringConvertible {
  /// The number of bytes requested; nil if it exceeds the largest integer.
  public let byteCount: Int?
  /// The purpose of the memory, phrased to follow "for".
  public let purpose: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - byteCount: The number of bytes requested, or nil if it exceeds the largest integer.
  ///   - purpose: The purpose of the memory, phrased to follow "for".
  public init(byteCount: Int?, purpose: String) {
    self.byteCount = byteCount
    self.purpose = purpose
  }

  /// The purpose of the memory, and how much was requested.
  public var description: String {
    let size = byteCount.map { "\($0) bytes" } ?? "more bytes than a computer can address"
    return "there is no memory for \(purpose): \(size) are needed"
  }
}

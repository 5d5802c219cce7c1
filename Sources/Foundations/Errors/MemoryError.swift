/// Memory that the system does not have.
public struct MemoryError: Error, Equatable, CustomStringConvertible {
  /// The number of bytes that were asked for; nil when they are more than an integer can count.
  public let byteCount: Int?
  /// What the memory was for, to be read after "for".
  public let purpose: String

  /// Creates the error of memory that was asked for.
  ///
  /// - Parameters:
  ///   - byteCount: The number of bytes, or nil when an integer cannot count them.
  ///   - purpose: What the memory was for, to be read after "for".
  public init(byteCount: Int?, purpose: String) {
    self.byteCount = byteCount
    self.purpose = purpose
  }

  /// Says what the memory was for, and how much was needed.
  public var description: String {
    let size = byteCount.map { "\($0) bytes" } ?? "more bytes than a computer can address"
    return "there is no memory for \(purpose): \(size) are needed"
  }
}

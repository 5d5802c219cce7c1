/// Counts what holds and says what does not.
struct Expectations {
  private(set) var count = 0
  private(set) var failureCount = 0

  /// Notes whether something holds.
  mutating func expect(_ holds: Bool, _ what: String) {
    count += 1
    if holds { return }
    failureCount += 1
    print("NOT MET: \(what)")
  }

  /// Notes whether a body throws an error of a type.
  mutating func expect<Failure: Error>(
    _ type: Failure.Type, _ what: String, _ body: () throws -> Void
  ) {
    do {
      try body()
      expect(false, "\(what) throws \(type), and does not")
    } catch {
      expect(error is Failure, "\(what) throws \(type), not \(error)")
    }
  }
}

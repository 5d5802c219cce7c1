extension NameList {
  /// The index of a name that must be in the list.
  ///
  /// - Parameter name: The name, spelled exactly as in the list.
  /// - Returns: Its index, in 0..<`count`.
  /// - Throws: `UnknownName`, with near spellings, if the list does not have it.
  public func place(of name: String) throws(UnknownName) -> Int {
    guard let index = index(of: name) else {
      throw UnknownName(name: name, nearSpellings: spellings(near: name))
    }
    return index
  }

  /// The end of a message about a name that the list does not have: which names are near it.
  ///
  /// - Parameter name: The name.
  /// - Returns: "; near it: 'a' and 'b'", or nothing if no name is near.
  package func hint(for name: String) -> String {
    UnknownName.hint(spellings(near: name))
  }

  /// Finds names that are spelled similarly to a given one.
  ///
  /// The measure is the number of inserted, deleted, replaced or swapped bytes, up to a third of
  /// the name's length and at most 3; the case of ASCII letters is ignored. A number is never near
  /// another number.
  ///
  /// R. A. Wagner, R. Lowrance: An Extension of the String-to-String Correction Problem, JACM 1975,
  /// restricted to swaps of neighbors that are not edited further.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - limit: The maximum number of names to return.
  /// - Returns: The nearest names, nearest first, otherwise in the order of the list.
  /// - Complexity: O(`count` × the square of the name's length) at most.
  public func spellings(near name: String, limit: Int = 3) -> [String] {
    let wanted = name.utf8.map(Self.folded)
    guard !wanted.isEmpty, !wanted.allSatisfy(Self.isDigit) else { return [] }
    let distanceLimit = EditDistance.limit(nameLength: wanted.count)
    var found: [(distance: Int, index: Int)] = []
    var candidate: [UInt8] = []
    var distances = EditDistance(to: wanted)
    for index in 0..<count {
      candidate.removeAll(keepingCapacity: true)
      append(index, to: &candidate)
      guard abs(candidate.count - wanted.count) <= distanceLimit else { continue }
      for place in candidate.indices { candidate[place] = Self.folded(candidate[place]) }
      if let distance = distances.distance(from: candidate, limit: distanceLimit) {
        let place = found.firstIndex { distance < $0.distance } ?? found.endIndex
        found.insert((distance, index), at: place)
        if found.count > limit { found.removeLast() }
      }
    }
    return found.map { self[$0.index] }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

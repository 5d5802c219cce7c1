import Names
import Testing

@Suite struct NearSpellingsTests {
  let list = NameList(["Valjean", "Valence", "Javert", "Cosette", "Marius", "村上"])

  @Test(arguments: [
    ("Valjaen", ["Valjean"]), ("valjean", ["Valjean"]), ("Valjan", ["Valjean"]),
    ("Valene", ["Valence"]), ("Mairius", ["Marius"]), ("村", []), ("Napoleon", []),
    ("", []), ("J", []),
  ])
  func `a mistyped name leads to what was meant`(name: String, expected: [String]) {
    #expect(list?.spellings(near: name) == expected)
  }

  @Test func `the three nearest are offered, nearest first`() {
    let list = NameList(["abcdxx", "abcdef1", "abcdef", "abcde", "abcdxf", "zzzzzz"])
    #expect(list?.spellings(near: "abcdefg") == ["abcdef1", "abcdef", "abcde"])
  }

  @Test func `no number is offered for a number`() {
    #expect(NameList(count: 100).spellings(near: "101") == [])
  }

  @Test func `the error says what may have been meant`() throws {
    let list = try #require(list)
    #expect(try list.place(of: "Javert") == 2)
    let error = #expect(throws: UnknownName.self) { try list.place(of: "Valen") }
    #expect(error?.description == "there is no 'Valen'")
    #expect(
      UnknownName(name: "Valene", nearSpellings: ["Valence", "Valjean"]).description
        == "there is no 'Valene'; near it: 'Valence' and 'Valjean'")
    #expect(
      UnknownName(name: "x", nearSpellings: ["a", "b", "c"]).description
        == "there is no 'x'; near it: 'a', 'b' and 'c'")
    #expect(
      UnknownName(name: "a\u{1b}[2J", nearSpellings: []).description
        == "there is no 'a\\u{1b}[2J'")
  }

  /// The plain recursion of the restricted edit distance.
  static func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
    var best = min(
      distance(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1), distance(a.dropLast(), b) + 1,
      distance(a, b.dropLast()) + 1)
    if a.count > 1, b.count > 1, a.dropLast().last == y, b.dropLast().last == x {
      best = min(best, distance(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return best
  }

  @Test func `exactly the names within a third of the length are near`() throws {
    // All words of one to six letters a, b, c.
    var names = [""]
    for length in 1...6 {
      names += names.filter { $0.count == length - 1 }.flatMap { name in "abc".map { name + [$0] } }
    }
    names.removeFirst()
    let list = try #require(NameList(names))
    for wanted in ["abcabc", "aaa", "cb"] {
      let expected = names.filter {
        Self.distance(Array($0.utf8)[...], Array(wanted.utf8)[...]) <= max(1, wanted.count / 3)
      }
      #expect(Set(list.spellings(near: wanted, limit: 2000)) == Set(expected))
    }
  }
}

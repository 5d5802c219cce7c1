import Names
import Testing

@Suite struct NameListTests {
  static let lists: [[String]] = [
    ["0", "1", "2"], ["7", "12", "1000"], ["Valjean", "Müller, Jörg", "村上", "", "a b"],
    ["2", "1", "0"], [],
  ]

  @Test(arguments: lists)
  func `every name is found at its place`(names: [String]) throws {
    let list = try #require(NameList(names))
    #expect(Array(list) == names)
    for (index, name) in names.enumerated() { #expect(list.index(of: name) == index) }
    #expect(list.index(of: "nobody") == nil)
  }

  @Test func `a repeated name is refused`() {
    #expect(NameList(["a", "b", "a"]) == nil)
  }

  @Test func `numbers are names as they are written`() {
    let list = NameList(ascending: [3, 7, 18_446_744_073_709_551_615])
    #expect(Array(list) == ["3", "7", "18446744073709551615"])
    #expect(list.index(of: "7") == 1)
    #expect(list.index(of: "07") == nil)
    #expect(list.index(of: "8") == nil)
    #expect(NameList(ascending: [0, 1, 2]) == NameList(count: 3))
    #expect(NameList(count: 3).index(of: "03") == nil)
  }

  @Test func `ten thousand names are each at one place`() throws {
    let names = (0..<10_000).map { "node \($0 * 7919 % 10_007)" }
    let list = try #require(NameList(names))
    #expect(names.indices.allSatisfy { list.index(of: names[$0]) == $0 })
  }
}

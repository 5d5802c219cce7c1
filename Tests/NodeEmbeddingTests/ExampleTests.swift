import Foundation
import Testing

@Suite struct ExampleTests {
  @Test func `the karate example finds the officer's friends`() throws {
    let example = try BuiltProgram("KarateNeighbors", "--seed", "1")
    #expect(example.errors == "")
    #expect(example.exitCode == 0)
    let lines = example.output.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[1].hasPrefix("  33\t0."))
    #expect(example.output == (try BuiltProgram("KarateNeighbors").output))
  }

  @Test func `the example on Les Misérables compares three settings`() throws {
    let example = try BuiltProgram("LesMiserablesComparison", "--seed", "1")
    #expect(example.exitCode == 0)
    #expect(example.output.split(separator: "\n").count == 12)
    // Three of the four nearest to Thénardier are of the Patron-Minette gang at every setting.
    let gang: Set = ["Babet", "Brujon", "Claquesous", "Gueulemer", "Montparnasse"]
    let thenardier = example.output.split(separator: "\n").filter {
      $0.hasPrefix("  Thenardier: ")
    }
    #expect(thenardier.count == 3)
    for line in thenardier {
      let names = line.dropFirst("  Thenardier: ".count).split(separator: ", ").map(String.init)
      #expect(gang.intersection(names).count >= 3)
    }
    #expect(example.output != (try BuiltProgram("LesMiserablesComparison", "--seed", "2").output))
  }

  @Test func `the program reads a pipe and writes one`() throws {
    let program = try BuiltProgram(
      "amble", "embed", "-", "--output", "-", "--dimensions", "4",
      input: "from,to,weight\nMüller,村上,2\n村上,Σωκράτης,1\n")
    #expect(program.exitCode == 0)
    let lines = program.output.split(separator: "\n")
    #expect(lines.first == "3 4")
    #expect(program.errors.contains("standard input: 3 nodes, 2 edges, undirected, weighted"))
  }
}

import Testing

@testable import AmbleCommand

@Suite struct ForeignOptionTests {
  @Test(arguments: [
    ("embed", "--workers", "--workers; amble calls it --threads"),
    ("embed", "--num-walks", "--num-walks; amble calls it --walks-per-node"),
    ("embed", "--num_walks", "--num_walks; amble calls it --walks-per-node"),
    ("embed", "--walk_length", "--walk_length; amble calls it --walk-length"),
    ("embed", "--vector_size=64", "--vector_size; amble calls it --dimensions"),
    ("embed", "-size", "-size; amble calls it --dimensions"),
    ("embed", "--iter", "--iter; amble calls it --epochs"),
    ("embed", "--window-size", "--window-size; amble calls it --window"),
    ("embed", "--negative", "--negative; amble calls it --negatives"),
    ("embed", "--hs", "--hs; amble calls it --output-layer hierarchical-softmax"),
    ("embed", "--sg", "--sg; skip-gram is what --model is without being said"),
    ("embed", "--input", "--input; the edge list is an argument without a name"),
    ("walk", "--workers", "--workers; amble calls it --threads"),
    ("neighbors", "--topn", "--topn; amble calls it --count"),
    // What the command has no option for is not promised.
    ("walk", "--vector-size", "there is no option --vector-size\n"),
    ("embed", "--wndow", "did you mean --window?"),
  ])
  func `an option of another program is explained by its name here`(
    command: String, option: String, message: String
  ) throws {
    let transcript = try Transcript(command, "x", option, "5")
    #expect(transcript.exitCode == 64)
    #expect(transcript.errors.contains(message), "\(transcript.errors)")
  }

  @Test func `every promised name is an option of some command`() {
    var names: Set<String> = []
    func collect<Command: Subcommand>(_ type: Command.Type) {
      names.formUnion(type.options.flatMap(\.options).flatMap(\.names))
    }
    for command in Amble.commands { collect(command) }
    #expect(ForeignOption.namesHere.subtracting(names) == [])
  }
}

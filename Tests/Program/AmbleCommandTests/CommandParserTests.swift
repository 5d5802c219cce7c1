import Text
import Testing

@testable import AmbleCommand

@Suite struct CommandParserTests {
  enum Color: String, OptionChoice { case red, green }

  struct Paint: Subcommand {
    var target = ""
    var more: [String] = []
    var coats = 2
    var color = Color.green
    var rest: String?
    var isQuiet = false

    static let name = "paint"
    static let summary = "Paints."
    static let discussion = ""
    static var arguments: [Argument<Paint>] {
      [.required("WALL", to: \.target, "What to paint."), .any("WALL", to: \.more, "More walls.")]
    }
    static var options: [OptionSection<Paint>] {
      [
        OptionSection(
          "Options",
          [
            .value("--coats", "-c", to: \.coats, "How many coats."),
            .value("--color", to: \.color, "Which color."),
            .value("--rest", to: \.rest, "What else."),
            .flag("--quiet", to: \.isQuiet, "Do not sing."),
          ])
      ]
    }
    static let examples = ["paint kitchen"]
    func run(on console: Console) {}
  }

  @Test(arguments: [
    ["kitchen", "--coats", "3", "--quiet"], ["--coats=3", "--quiet", "kitchen"],
    ["-c", "3", "kitchen", "--quiet"], ["--coats", "1", "kitchen", "--quiet", "--coats", "3"],
  ])
  func `options may stand anywhere and the last one counts`(words: [String]) throws {
    let paint = try #require(try CommandParser<Paint>.parse(words))
    #expect(paint.target == "kitchen")
    #expect(paint.coats == 3)
    #expect(paint.isQuiet)
    #expect(paint.color == .green)
  }

  @Test func `after two dashes everything is an argument`() throws {
    let paint = try #require(try CommandParser<Paint>.parse(["-", "--", "--coats"]))
    #expect(paint.target == "-")
    #expect(paint.more == ["--coats"])
  }

  @Test(arguments: [["--help"], ["-h"], ["kitchen", "--coats", "3", "--help"]])
  func `help is asked for anywhere`(words: [String]) throws {
    #expect(try CommandParser<Paint>.parse(words) == nil)
  }

  @Test(arguments: [
    ([], "WALL is missing: What to paint."),
    (["a", "--coats"], "--coats needs a value: --coats N"),
    (["a", "--coats", "--quiet"], "--coats needs a value: --coats N"),
    (["a", "--coats", "two"], "--coats must be a whole number, not 'two'"),
    (["a", "--color", "blue"], "--color must be red or green, not 'blue'"),
    (["a", "--quiet=1"], "--quiet takes no value"),
    (["a", "--coat", "1"], "there is no option --coat; did you mean --coats?"),
    (["a", "--brush-width", "1"], "there is no option --brush-width"),
  ])
  func `a wrong command line is explained`(words: [String], message: String) {
    let error = #expect(throws: UsageError.self) { try CommandParser<Paint>.parse(words) }
    #expect(error?.description == message)
  }

  @Test func `help shows defaults and what values may be`() {
    #expect(
      HelpText.help(of: Paint.self) == """
        usage: amble paint WALL [WALL …] [options]

        Paints.

        Arguments:
          WALL                   What to paint.
          [WALL …]               More walls.

        Options:
          -c, --coats N          How many coats. [2]
              --color red|green  Which color. [green]
              --rest TEXT        What else.
              --quiet            Do not sing.

        Examples:
          amble paint kitchen

        """)
  }

  @Test(arguments: [
    (0.42, "0.4 s"), (12.2, "12 s"), (185, "3:05"), (7209, "2:00:09"),
  ])
  func `times are read at a glance`(seconds: Double, text: String) {
    #expect(seconds.clockText == text)
  }

  @Test(arguments: [(950.0, "950"), (12_345, "12.3 k"), (1_250_000, "1.25 M"), (1e9, "1 G")])
  func `counts are read at a glance`(count: Double, text: String) {
    #expect(count.countText == text)
  }

  @Test(arguments: [
    (0.139037, "0.139"), (4.588, "4.59"), (0.000012345, "1.23e-5"), (128, "128"), (0, "0"),
    (64.78, "64.8"), (6.6, "6.6"), (1234.5, "1235"),
  ])
  func `means and shares are read at a glance`(number: Double, text: String) {
    #expect(number.significant(3) == text)
  }
}

import Testing

@testable import EvaluationReports

@Suite struct AlignedTableTests {
  private var table: AlignedTable {
    var table = AlignedTable(["method", "AUC"])
    table.append(["Adamic–Adar", "0.9"])
    table.append(["a|b", "10.25"])
    return table
  }

  @Test func `columns are aligned`() {
    #expect(table.lines == ["method         AUC", "Adamic–Adar    0.9", "a|b          10.25"])
  }

  @Test func `Markdown has a rule and escapes bars`() {
    #expect(
      table.markdown == [
        "| method | AUC |", "| --- | ---: |", "| Adamic–Adar | 0.9 |", "| a\\|b | 10.25 |",
      ])
  }
}

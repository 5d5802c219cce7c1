/// What the columns of an edge list hold.
public struct EdgeListColumns: Sendable, Equatable, CustomStringConvertible {
  /// What a column holds.
  public enum Column: String, CaseIterable, Sendable {
    /// The node that an edge leads from.
    case source
    /// The node that an edge leads to.
    case target
    /// The edge's weight.
    case weight
    /// The time of the edge, for temporal walks.
    case time
    /// A column that is not read.
    case ignored = "_"
  }

  /// An invalid list of columns.
  public struct ListError: Error, Equatable, CustomStringConvertible {
    /// The list, as it was given.
    public let list: String
    /// What is wrong with it.
    public let reason: String

    /// Says what is wrong and what would be accepted.
    public var description: String {
      "'\(list)': \(reason); accepted is a list of source, target, weight, time and _ "
        + "(a column that is not read), such as source,target,weight,_"
    }
  }

  /// The columns from left to right.
  public let columns: [Column]

  /// Source and target.
  public static let unweighted = EdgeListColumns(known: [.source, .target])
  /// Source, target and weight.
  public static let weighted = EdgeListColumns(known: [.source, .target, .weight])

  /// Source, target and time.
  static let timed = EdgeListColumns(known: [.source, .target, .time])

  /// Source, target, weight, and a number of ignored columns.
  static func weighted(ignoredCount: Int) -> EdgeListColumns {
    EdgeListColumns(
      known: weighted.columns + Array(repeating: .ignored, count: max(0, ignoredCount)))
  }

  private init(known columns: [Column]) {
    self.columns = columns
  }

  /// Creates a list of columns.
  ///
  /// - Parameter columns: The columns from left to right.
  /// - Throws: `ListError` unless source and target occur once, weight and time at most once.
  public init(_ columns: [Column]) throws(ListError) {
    self.columns = columns
    for column in Column.allCases where column != .ignored {
      let count = columns.count { $0 == column }
      if count > 1 { throw ListError(list: description, reason: "\(column) occurs twice") }
      if count == 0 && (column == .source || column == .target) {
        throw ListError(list: description, reason: "\(column) is missing")
      }
    }
  }

  /// Reads a list of columns from its text.
  ///
  /// - Parameter list: Names of columns separated by commas: `source,target,weight,_`.
  /// - Throws: `ListError` if a name is unknown, or a column is missing or repeated.
  public init(_ list: String) throws(ListError) {
    var columns: [Column] = []
    for name in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let column = Column(rawValue: String(name)) else {
        throw ListError(list: list, reason: "'\(name)' is no column")
      }
      columns.append(column)
    }
    try self.init(columns)
  }

  /// The list as text: names separated by commas.
  public var description: String { columns.map(\.rawValue).joined(separator: ",") }

  /// The index of a column, or nil if the list does not have it.
  func index(of column: Column) -> Int? { columns.firstIndex(of: column) }
}

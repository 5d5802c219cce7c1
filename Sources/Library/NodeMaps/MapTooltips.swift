internal import Text
internal import EmbeddingTables

/// The tooltips of discs.
///
/// The tooltip of a single node shows its name, its number of edges, its label or number, and the
/// nodes with the nearest vectors. The tooltip of a crowd shows its number of nodes, its most
/// important names, and the share of its group.
struct MapTooltips {
  /// How many members of a crowd are named.
  private static let memberCount = 6
  private static let nameLength = 60

  let content: MapContent
  let embedding: Embedding
  let threadCount: Int

  /// Writes the tooltips of discs.
  ///
  /// - Throws: `CancellationError` if the current task is canceled.
  func fill(_ discs: inout [Disc]) throws {
    let singles = discs.indices.filter { discs[$0].members.isEmpty }
    let nearest = try NearestNodes(
      of: singles.map { discs[$0].node }, in: embedding, threadCount: threadCount)
    for (place, index) in singles.enumerated() {
      discs[index].tooltip = text(of: discs[index].node, near: nearest.rows[place])
    }
    for index in discs.indices where !discs[index].members.isEmpty {
      discs[index].tooltip = text(ofCrowd: discs[index])
    }
  }

  private func text(of node: Int, near: [Int]) -> String {
    var lines = [PlainText.singleLine(content.names[node])]
    if !content.degrees.isEmpty {
      let degree = content.degrees[node]
      lines.append(degree == 1 ? "1 edge" : "\(degree.groupedText) edges")
    }
    switch content.coloring {
    case .groups(let groups):
      if let group = groups.groupOfNode[node] {
        lines.append("\(groups.title): \(name(of: group, in: groups))")
      }
    case .numbers(let numbers, let title):
      if title != "Degree" { lines.append("\(title): \(DecimalWriter.text(numbers[node]))") }
    case .uniform: break
    }
    if !near.isEmpty {
      lines.append("nearest vectors: " + near.map { shortName(of: $0) }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  private func text(ofCrowd disc: Disc) -> String {
    let named = disc.members.prefix(Self.memberCount).map { shortName(of: $0) }
    let rest = disc.members.count - named.count
    var lines = [
      "\(disc.members.count.groupedText) nodes",
      named.joined(separator: ", ") + (rest > 0 ? " and \(rest.groupedText) more" : ""),
    ]
    if case .groups(let groups) = content.coloring, let group = disc.group {
      let count = disc.members.count { groups.groupOfNode[$0] == group }
      lines.append(
        "\(groups.title): \(name(of: group, in: groups)) (\(count.groupedText) of them)")
    }
    return lines.joined(separator: "\n")
  }

  private func name(of group: Int, in groups: NodeGroups) -> String {
    PlainText.singleLine(groups.names[group])
  }

  private func shortName(of node: Int) -> String {
    PlainText.shortened(PlainText.singleLine(content.names[node]), to: Self.nameLength)
  }
}

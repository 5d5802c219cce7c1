internal import Graphs

/// A kind of walk: its name, its parameters, and how to make it.
///
/// Each kind is described once, next to its walk, and listed in `allCases`; options, the command
/// line and help texts are derived from that description.
public struct WalkStrategy: Sendable {
  /// The name: "restart".
  public let rawValue: String
  /// Where a step leads, in a few words: "with jumps back to the first node".
  public let summary: String
  /// The parameters of `WalkOptions` that these walks have; others must not be set.
  public let parameters: Set<WalkParameter>
  /// The parameter that implies these walks if no kind of walk is named, or nil.
  let impliedBy: WalkParameter?
  /// The kind of walk and its parameters in a message.
  let text: @Sendable (WalkOptions) -> String
  /// The distribution of the steps, if an audit knows it; nil if steps depend on more than the last
  /// two nodes.
  let audit: (@Sendable (WalkOptions) -> AuditedSteps)?
  /// How to make the walks.
  let maker: WalkMaker

  /// Describes a kind of walk.
  ///
  /// - Parameters:
  ///   - name: The name; it is unique.
  ///   - summary: Where a step leads, in a few words.
  ///   - parameters: The parameters of `WalkOptions` that these walks have.
  ///   - impliedBy: The parameter that implies these walks if no kind of walk is named.
  ///   - text: The kind of walk and its parameters in a message; the name by default.
  ///   - audit: The distribution of the steps, if an audit knows it.
  ///   - maker: How to make the walks.
  init(
    _ name: String, _ summary: String, parameters: Set<WalkParameter> = [],
    impliedBy: WalkParameter? = nil, text: (@Sendable (WalkOptions) -> String)? = nil,
    audit: (@Sendable (WalkOptions) -> AuditedSteps)? = nil, _ maker: WalkMaker
  ) {
    rawValue = name
    self.summary = summary
    self.parameters = parameters
    self.impliedBy = impliedBy
    self.text = text ?? { _ in name }
    self.audit = audit
    self.maker = maker
  }

  /// What these walks need: a graph alone, or also the types of its nodes or the times of its
  /// edges.
  public var need: WalkNeed {
    switch maker {
    case .onGraph: .graph
    case .onTypedNodes: .nodeTypes
    case .onTimes: .times
    }
  }
}

extension WalkStrategy: CaseIterable {
  /// All kinds of walks, in the order of help texts.
  public static let allCases: [WalkStrategy] = [
    uniform, weighted, node2vec, node2vecPlus, restart, metapath, temporal,
  ]
}

extension WalkStrategy: RawRepresentable, Hashable {
  /// Finds a kind of walk by its name; nil if there is none.
  public init?(rawValue: String) {
    guard let strategy = Self.allCases.first(where: { $0.rawValue == rawValue }) else {
      return nil
    }
    self = strategy
  }
}

/// What walks need.
public enum WalkNeed: Sendable {
  /// A graph, and nothing else.
  case graph
  /// A graph and the types of its nodes.
  case nodeTypes
  /// A graph with the times of its edges.
  case times
}

/// How to make walks of a kind from valid options.
enum WalkMaker: Sendable {
  /// From a graph.
  case onGraph(@Sendable (Graph, WalkOptions, _ threadCount: Int) -> any RandomWalk)
  /// From a graph and the types of its nodes.
  case onTypedNodes(
    @Sendable (Graph, NodeTypes, WalkOptions, _ threadCount: Int) throws(MetapathError) ->
      any RandomWalk)
  /// From a graph with the times of its edges.
  case onTimes(@Sendable (TemporalGraph, WalkOptions, _ threadCount: Int) -> any RandomWalk)
}

internal import CGraphviz
internal import Synchronization

/// The Graphviz library, used by one thread at a time.
///
/// Graphviz keeps state outside of its contexts: two threads crash it even if each has its own
/// graph. There is one context per process, and all use goes through one lock. Pictures are
/// rendered only to memory, since the library ends the process if it cannot write a file.
@safe struct Graphviz: ~Copyable {
  private let context: OpaquePointer

  /// The only context, which is never freed; it takes a few kilobytes.
  nonisolated(unsafe) private static let shared: OpaquePointer? = {
    unsafe amble_set_message_handler { text in
      guard let text = unsafe text else { return 0 }
      let fragment = unsafe String(cString: text)
      Graphviz.messages.withLock { $0 += fragment }
      return 0
    }
    return unsafe gvContext()
  }()
  private static let lock = Mutex(())
  /// The messages of the library, in the fragments in which it emits them.
  private static let messages = Mutex("")

  /// Runs a body while no other thread uses the library.
  ///
  /// - Parameter body: Uses the library; it must not call this function.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws, or `MapError` if the library does not start.
  static func withLibrary<Result>(
    _ body: (borrowing Graphviz) throws(MapError) -> Result
  ) throws(MapError) -> Result {
    try lock.withLock { _ throws(MapError) in
      guard let context = unsafe shared else { throw MapError("Graphviz does not start") }
      return try body(unsafe Graphviz(context: context))
    }
  }

  /// Places the nodes of a graph at their `pos` and measures its texts.
  ///
  /// The corresponding C functions are `gvLayout` and `gvFreeLayout`.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - body: Uses the graph while it is laid out.
  /// - Returns: What the body returns.
  /// - Throws: `MapError` with the library's message if it fails.
  func withLayout<Result>(
    of graph: borrowing GraphvizGraph, _ body: () throws(MapError) -> Result
  ) throws(MapError) -> Result {
    try unsafe graph.withPointer { graph throws(MapError) in
      Self.messages.withLock { $0 = "" }
      _ = agreseterrors()
      let status = unsafe gvLayout(context, graph, "nop2")
      defer { _ = unsafe gvFreeLayout(context, graph) }
      try Self.check(status: status)
      let result = try body()
      try Self.check(status: 0)
      return result
    }
  }

  /// Draws a graph that is laid out.
  ///
  /// The corresponding C functions are `gvRenderData` and `gvFreeRenderData`.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - format: A format of Graphviz.
  /// - Returns: The bytes of the picture.
  /// - Throws: `MapError` with the library's message if it fails.
  func render(_ graph: borrowing GraphvizGraph, format: String) throws(MapError) -> [UInt8] {
    try unsafe graph.withPointer { graph throws(MapError) in
      var data: UnsafeMutablePointer<CChar>?
      var length = 0
      let status = unsafe amble_render(context, graph, format, &data, &length)
      defer { unsafe gvFreeRenderData(data) }
      try Self.check(status: status)
      guard let data = unsafe data, length > 0 else {
        throw MapError("Graphviz drew nothing as \(format)")
      }
      // SAFETY: the library guarantees this number of bytes; they are freed after the copy.
      return unsafe [UInt8](UnsafeRawBufferPointer(start: data, count: length))
    }
  }

  /// Throws if the library failed or reported an error; warnings are ignored.
  private static func check(status: Int32) throws(MapError) {
    guard status != 0 || agerrors() != 0 else { return }
    let said = messages.withLock { text in
      defer { text = "" }
      return text
    }
    let errors = said.split(separator: "\n").filter { !$0.hasPrefix("Warning") }
    // Warnings count as errors in `agerrors`.
    guard status != 0 || !errors.isEmpty else { return }
    let hasNoPlugins = said.contains("Use one of:")
    throw MapError(
      hasNoPlugins
        ? "Graphviz finds no plugins: install its package again (libgvc6 or graphviz)"
        : "Graphviz cannot draw the map: \(errors.joined(separator: "; "))")
  }
}

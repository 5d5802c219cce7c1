/// A group of nodes, as a viewer of the picture may address it.
struct SceneGroup: Equatable, Sendable {
  var name: String
  var color: Color
}

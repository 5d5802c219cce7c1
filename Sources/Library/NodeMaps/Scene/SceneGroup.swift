/// A group of nodes that a viewer of the picture can address.
struct SceneGroup: Equatable, Sendable {
  var name: String
  var color: Color
}

/// What is known of how an embedding came about: texts under keys, in order.
///
/// ```swift
/// let metadata: EmbeddingMetadata = ["method": "node2vec", "seed": "7"]
/// metadata["seed"]  // "7"
/// ```
public struct EmbeddingMetadata: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// One text and what it says.
  public struct Entry: Sendable, Equatable {
    /// What the text is about.
    public let key: String
    /// The text.
    public var value: String
  }

  /// The entries in the order in which their keys were first set; keys are all different.
  public private(set) var entries: [Entry] = []

  /// Creates metadata of keys and texts.
  ///
  /// - Parameter elements: The entries; of equal keys the last one counts.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (key, value) in elements { self[key] = value }
  }

  /// Whether nothing is known.
  public var isEmpty: Bool { entries.isEmpty }

  /// The text of a key; set to nil it is removed.
  ///
  /// - Parameter key: The key.
  /// - Returns: The text, or nil where there is none.
  /// - Complexity: O(number of entries).
  public subscript(key: String) -> String? {
    get { entries.first { $0.key == key }?.value }
    set {
      let place = entries.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}

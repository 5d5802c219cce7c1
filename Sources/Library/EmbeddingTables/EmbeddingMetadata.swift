/// Facts about the origin of an embedding: texts under keys, in order.
///
/// ```swift
/// let metadata: EmbeddingMetadata = ["method": "node2vec", "seed": "7"]
/// metadata["seed"]  // "7"
/// ```
public struct EmbeddingMetadata: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// A text and its key.
  public struct Entry: Sendable, Equatable {
    /// What the text is about.
    public let key: String
    /// The text.
    public var value: String
  }

  /// The entries, in the order in which their keys were first set; all keys are different.
  public private(set) var entries: [Entry] = []

  /// Creates metadata from keys and texts.
  ///
  /// - Parameter elements: The entries; the last of several entries with the same key counts.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (key, value) in elements { self[key] = value }
  }

  /// Whether there are no entries.
  public var isEmpty: Bool { entries.isEmpty }

  /// The text for a key; setting it to nil removes the entry.
  ///
  /// - Parameter key: The key.
  /// - Returns: The text, or nil if there is none.
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

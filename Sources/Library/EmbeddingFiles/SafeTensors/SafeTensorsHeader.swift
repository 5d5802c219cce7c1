internal import BinaryFiles
internal import EmbeddingTables
internal import Files
internal import Text

/// The header of a safetensors file: its tensors and its metadata.
struct SafeTensorsHeader {
  let tensors: [SafeTensors.Tensor]
  private(set) var metadata: EmbeddingMetadata = [:]

  /// The maximum length of a header that the format allows, in bytes.
  private static let limit = 100_000_000

  init(_ source: EmbeddingSource) throws(EmbeddingFileError) {
    let bytes = source.bytes
    guard bytes.count >= 8 else {
      throw source.failure(byte: bytes.count, "the file ends within the length of its header")
    }
    let length = LittleEndian.load(bytes.span, at: 0, as: UInt64.self)
    guard length <= Self.limit, Int(length) <= bytes.count - 8 else {
      throw source.failure(
        byte: 0,
        "the header of \(length) bytes ends after the file"
          + (length > Self.limit ? " or is too long" : ""))
    }
    let start = 8 + Int(length)
    let header: JSONValue
    do throws(JSONError) {
      header = try JSONValue(parsing: bytes.span.extracting(8..<start))
    } catch {
      throw source.failure(byte: 8 + error.offset, "the header is not valid JSON: \(error.reason)")
    }
    guard case .object(let members) = header else {
      throw source.failure(byte: 8, "the header is not a JSON object")
    }
    var tensors: [SafeTensors.Tensor] = []
    for (name, value) in members {
      guard name != "__metadata__" else {
        guard case .object(let entries) = value else { continue }
        for (key, text) in entries {
          if case .string(let text) = text { metadata[key] = text }
        }
        continue
      }
      guard let tensor = Self.tensor(name, value, start: start, end: bytes.count) else {
        throw source.failure(
          byte: 8,
          "the header's entry for \(Excerpt.quoted(name.utf8)) does not tell dtype, "
            + "shape and data_offsets within the file")
      }
      tensors.append(tensor)
    }
    self.tensors = tensors
  }

  private static func tensor(
    _ name: String, _ value: JSONValue, start: Int, end: Int
  ) -> SafeTensors.Tensor? {
    guard case .string(let type) = value["dtype"], let shape = integers(value["shape"]),
      let offsets = integers(value["data_offsets"]), offsets.count == 2, offsets[0] <= offsets[1],
      offsets[1] <= end - start
    else {
      return nil
    }
    return SafeTensors.Tensor(
      name: name, type: type, shape: shape, range: start + offsets[0]..<start + offsets[1])
  }

  /// An array of nonnegative integers.
  private static func integers(_ value: JSONValue?) -> [Int]? {
    guard case .array(let elements) = value else { return nil }
    var integers: [Int] = []
    for element in elements {
      guard case .integer(let integer) = element, integer >= 0 else { return nil }
      integers.append(integer)
    }
    return integers
  }

  /// The length and the header of a file whose tensors are stored in order.
  static func bytes(
    _ tensors: [(name: String, type: String, shape: [Int], size: Int)], metadata: EmbeddingMetadata
  ) -> [UInt8] {
    var members: [(name: String, value: JSONValue)] = []
    if !metadata.isEmpty {
      members.append(
        ("__metadata__", .object(metadata.entries.map { ($0.key, .string($0.value)) })))
    }
    var offset = 0
    for tensor in tensors {
      members.append(
        (
          tensor.name,
          [
            "dtype": .string(tensor.type), "shape": .array(tensor.shape.map { .integer($0) }),
            "data_offsets": [.integer(offset), .integer(offset + tensor.size)],
          ]
        ))
      offset += tensor.size
    }
    var text = Array(JSONWriter.text(of: .object(members), layout: .compact).utf8)
    // The numbers start at a multiple of 8 bytes.
    text += repeatElement(UInt8(ascii: " "), count: (8 - text.count % 8) % 8)
    var bytes: [UInt8] = []
    LittleEndian.append(UInt64(text.count), to: &bytes)
    return bytes + text
  }
}

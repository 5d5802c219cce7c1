internal import CExpat

/// Receives the elements of an XML text, in their order.
package protocol XMLVisitor: AnyObject {
  /// What stops the reading.
  associatedtype Fault: Error

  /// An element begins.
  ///
  /// - Parameter element: The element.
  /// - Throws: `Fault`, to end the reading.
  func begin(_ element: XMLElement) throws(Fault)

  /// An element ends.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - text: The text since the last element began or ended.
  /// - Throws: `Fault`, to end the reading.
  func end(_ name: String, text: String) throws(Fault)
}

/// The beginning of an element in an XML text.
package struct XMLElement: Sendable {
  /// Its name; without a prefix if the first element has the same one.
  package let name: String
  /// Its attributes.
  package let attributes: [String: String]
  /// Its line, counted from 1.
  package let line: Int
}

/// A text is not well-formed XML.
package struct XMLError: Error, Equatable {
  /// The line, counted from 1.
  package let line: Int
  /// What is wrong.
  package let reason: String
}

/// Reads XML 1.0, using Expat.
package enum XMLReader {
  /// Reads a text.
  ///
  /// The corresponding C function is `XML_Parse`.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - isUTF8: Whether the text is in UTF-8 whatever it says itself.
  ///   - visitor: Receives the elements.
  /// - Returns: What the visitor threw, which ended the reading; otherwise nil.
  /// - Throws: `XMLError` if the text is not well-formed.
  package static func read<Visitor: XMLVisitor>(
    _ bytes: Span<UInt8>, isUTF8: Bool, visitor: Visitor
  ) throws(XMLError) -> Visitor.Fault? {
    guard let parser = unsafe XML_ParserCreate(isUTF8 ? "UTF-8" : nil) else {
      throw XMLError(line: 1, reason: "there is no memory to read XML")
    }
    defer { unsafe XML_ParserFree(parser) }
    let session = XMLSession(visitor)
    // SAFETY: the session outlives the parser, since it is used after the last call.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(session).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        unsafe XMLSession.of(data).begin(name, attributes)
      },
      { data, name in unsafe XMLSession.of(data).end(name) })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      unsafe XMLSession.of(data).append(text, count)
    }
    session.stop = { unsafe XML_StopParser(parser, XML_Bool(XML_FALSE)) }
    session.line = { Int(unsafe XML_GetCurrentLineNumber(parser)) }
    let pieceSize = 1 << 24
    var start = 0
    repeat {
      let count = min(pieceSize, bytes.count - start)
      let isLast = start + count == bytes.count
      // SAFETY: Expat reads `count` bytes and keeps none.
      let status = unsafe bytes.extracting(start..<start + count).withUnsafeBytes { piece in
        unsafe XML_Parse(
          parser, piece.bindMemory(to: CChar.self).baseAddress, Int32(count), isLast ? 1 : 0)
      }
      if let fault = session.fault { return fault as? Visitor.Fault }
      guard status == XML_STATUS_OK else {
        let text = unsafe XML_ErrorString(XML_GetErrorCode(parser))
        throw XMLError(
          line: session.line(),
          reason: unsafe text.map { unsafe String(cString: $0) } ?? "is not well-formed XML")
      }
      start += count
    } while start < bytes.count
    return withExtendedLifetime(session) { nil }
  }
}

/// What Expat's functions share during one reading.
@safe private final class XMLSession {
  private let beginElement: (XMLElement) throws -> Void
  private let endElement: (String, String) throws -> Void
  var stop = {}
  var line = { 0 }
  var fault: (any Error)?
  private var text: [UInt8] = []
  /// The prefix of the first element, with its colon; nil before it.
  private var prefix: String?

  init(_ visitor: some XMLVisitor) {
    beginElement = { element in try visitor.begin(element) }
    endElement = { name, text in try visitor.end(name, text: text) }
  }

  /// The session that was given to Expat.
  static func of(_ data: UnsafeMutableRawPointer?) -> XMLSession {
    guard let data = unsafe data else { preconditionFailure("a session is set") }
    return unsafe Unmanaged<XMLSession>.fromOpaque(data).takeUnretainedValue()
  }

  func begin(
    _ name: UnsafePointer<XML_Char>?, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard fault == nil else { return }
    text.removeAll(keepingCapacity: true)
    let fullName = unsafe name.map { unsafe String(cString: $0) } ?? ""
    if prefix == nil {
      prefix = fullName.firstIndex(of: ":").map { String(fullName[...$0]) } ?? ""
    }
    var attributes: [String: String] = [:]
    // SAFETY: names and values alternate, and nil ends the list.
    if var entry = unsafe list {
      while let key = unsafe entry[0], let value = unsafe entry[1] {
        unsafe attributes[String(cString: key)] = unsafe String(cString: value)
        unsafe entry += 2
      }
    }
    attempt {
      try beginElement(
        XMLElement(name: shortened(fullName), attributes: attributes, line: line()))
    }
  }

  func end(_ name: UnsafePointer<XML_Char>?) {
    guard fault == nil else { return }
    let fullName = unsafe name.map { unsafe String(cString: $0) } ?? ""
    let content = String(decoding: text, as: UTF8.self)
    text.removeAll(keepingCapacity: true)
    attempt { try endElement(shortened(fullName), content) }
  }

  func append(_ piece: UnsafePointer<XML_Char>?, _ count: Int32) {
    // SAFETY: Expat gives `count` bytes.
    unsafe text.append(
      contentsOf: UnsafeRawBufferPointer(start: UnsafeRawPointer(piece), count: Int(count)))
  }

  private func shortened(_ name: String) -> String {
    guard let prefix, !prefix.isEmpty, name.hasPrefix(prefix) else { return name }
    return String(name.dropFirst(prefix.count))
  }

  private func attempt(_ work: () throws -> Void) {
    do {
      try work()
    } catch {
      fault = error
      stop()
    }
  }
}

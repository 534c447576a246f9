import Domain
import JSON

/// The text of a record's file, found to be JSON.
struct RecordText {
  private let name: String
  private let folder: Folder
  private let document: Document

  /// Reads the file of a record.
  init(_ name: String, in folder: Folder) throws(Problem) {
    let bytes: [UInt8]
    do {
      bytes = try folder.bytes(of: name, limit: Limits.record.maximumBytes)
    } catch {
      throw Problem(error, in: folder.path(of: name))
    }
    try self.init(name, in: folder, holding: bytes)
  }

  /// Takes bytes for the file of a record.
  init(_ name: String, in folder: Folder, holding bytes: [UInt8]) throws(Problem) {
    self.name = name
    self.folder = folder
    do {
      document = try Document(parsing: bytes)
    } catch {
      // As a power cut leaves a file whose bytes were never written.
      let isZeroed = !bytes.isEmpty && bytes.allSatisfy { $0 == 0 }
      throw isZeroed
        ? Problem(zeroed: folder.path(of: name)) : Problem(error, in: folder.path(of: name))
    }
  }

  private var file: String { folder.path(of: name) }

  /// All that the text says, whether this program knows it or not.
  var value: Value { document.value }

  /// A format beyond ours in which the record is written, or `nil`.
  var newerFormat: Int? {
    guard let format = value["format"]?.intValue, format > BoardSettings.currentFormat
    else { return nil }
    return format
  }

  /// The record that the text says.
  func record<Content: RecordContent>(
    _ id: Identifier<Content>
  ) throws(Problem) -> Record<Content> {
    let record: Record<Content>
    do {
      record = try document.decode { decoder in try Record(id: id, from: decoder) }
    } catch {
      // What a newer format says need not be what we can decode.
      throw newerFormat.map { Problem(format: $0, of: file) } ?? Problem(error, in: file)
    }
    if let format = record.header.format, format > BoardSettings.currentFormat {
      throw Problem(format: format, of: file)
    }
    return record
  }
}

/// A problem ends the reading of one file, and is then listed with the others.
extension Problem: Error {}

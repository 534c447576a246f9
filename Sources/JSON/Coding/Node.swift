/// What has been encoded at one place so far.
///
/// Encoders and containers for the same place share it: a second keyed container adds members.
final class Node {
  enum Content {
    case nothing
    case value(Value)
    case object([(key: String, node: Node)])
    case array([Node])
  }

  private(set) var content = Content.nothing

  /// The key type of the container that was opened last.
  private(set) var keyType: ObjectIdentifier?

  init(_ content: Content = .nothing) {
    self.content = content
  }

  /// What came of it; a type that encodes nothing at all has no fields, and is an empty object.
  var value: Value {
    switch content {
    case .nothing: .object(Object())
    case .value(let value): value
    case .array(let nodes): .array(nodes.map(\.value))
    case .object(let members):
      .object(Object(lastOfEach: members.map { Object.Member(key: $0.key, value: $0.node.value) }))
    }
  }

  func becomeObject(keyedBy type: any CodingKey.Type) {
    keyType = ObjectIdentifier(type)
    switch content {
    case .object: break
    case .value(.object(let object)):
      content = .object(object.members.map { ($0.key, Node(.value($0.value))) })
    case .nothing: content = .object([])
    default: preconditionFailure("One value is encoded as an object or as something else.")
    }
  }

  func becomeArray() {
    switch content {
    case .array: break
    case .nothing: content = .array([])
    default: preconditionFailure("One value is encoded as a list or as something else.")
    }
  }

  func become(_ value: Value) {
    switch (content, value) {
    case (.nothing, _): content = .value(value)
    case (.object, .object(let object)):
      for member in object.members { append(Node(.value(member.value)), at: member.key) }
    default: preconditionFailure("One value is encoded once, or as several objects in one.")
    }
  }

  func append(_ node: Node, at key: String) {
    guard case .object(var members) = content else { return }
    content = .nothing
    members.append((key, node))
    content = .object(members)
  }

  func append(_ node: Node) {
    guard case .array(var nodes) = content else { return }
    content = .nothing
    nodes.append(node)
    content = .array(nodes)
  }
}

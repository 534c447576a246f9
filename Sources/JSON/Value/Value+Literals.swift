// There is no literal for `1.5`: the compiler would round it before we saw how it was written.

// There is no literal for null either: `found ? value : nil` would then be null, not “none”.

extension Value: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension Value: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .number(Number(value)) }
}

extension Value: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension Value: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Value...) { self = .array(elements) }
}

extension Value: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, Value)...) {
    let object = Object(lastOfEach: members.map { Object.Member(key: $0, value: $1) })
    precondition(object.count == members.count, "The keys of an object differ.")
    self = .object(object)
  }
}

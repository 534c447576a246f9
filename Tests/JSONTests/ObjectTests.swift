import JSON
import Testing

struct ObjectTests {
  @Test func `members are set, replaced, removed and kept in order`() {
    var object = Object()
    #expect(object.isEmpty)
    for key in ["b", "a", "é", "", "B"] { object[key] = .string(key) }
    #expect(object.keys == ["", "B", "a", "b", "é"])
    object["a"] = 1
    object["b"] = nil
    object["none"] = nil
    #expect(object.count == 4)
    #expect(object["a"] == 1)
    #expect(object["b"] == nil)
    #expect(object.map(\.key) == ["", "B", "a", "é"])
    #expect(Value.object(object) == ["é": "é", "a": 1, "": "", "B": "B"])
  }

  @Test func `a member may be null, which is not none`() {
    var object = Object()
    object["a"] = .null
    #expect(object["a"] == .some(.null))
    #expect(object.count == 1)
  }

  @Test func `order of setting does not matter`() {
    var one = Object()
    var other = Object()
    for key in ["x", "y", "z"] { one[key] = 1 }
    for key in ["z", "x", "y"] { other[key] = 1 }
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
  }
}

import Fuzzing
import Glibc

/// The target that `$FUZZ_TARGET` names.
private let target = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

/// What libFuzzer calls with the bytes it has made up.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard let target else { preconditionFailure("FUZZ_TARGET is json, merge or log.") }
  let flaw = target.flaw(in: Array(UnsafeBufferPointer(start: bytes, count: count)))
  precondition(flaw == nil, flaw ?? "")
  return 0
}

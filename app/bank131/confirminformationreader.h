#pragma once

#include "bank131/jsonvalue.h"
#include "domain/answer.h"

namespace countersign {

/// Reads the object of bank131-api.md 6.6 for showing and comparing. A null is "not given". Whatever has no word of
/// ours, or another type than expected (a number as account), is kept with its dotted path and raw JSON text, so that
/// the person sees it.
[[nodiscard]] ConfirmInformation readConfirmInformation(const JsonValue &object);

} // namespace countersign

#include "ui/start/processend.h"

#include <cstdlib>

namespace countersign::ui {

void endProcess(int code)
{
    std::exit(code);
}

} // namespace countersign::ui

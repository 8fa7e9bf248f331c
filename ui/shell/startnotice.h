#pragma once

#include "config/profile.h"

#include <QWidget>

namespace countersign::ui {

/// A small window that is there at once while something takes its time before the main window can be shown: what is
/// going on, in one sentence. Asks nothing; closing it ends the program, as there is no other window.
class StartNotice final : public QWidget
{
    Q_OBJECT
public:
    StartNotice(Environment environment, const QString &sentence, QWidget *parent = nullptr);
};

} // namespace countersign::ui

#pragma once

class QWidget;

namespace countersign::ui {

/// The widest that a page of texts and fields becomes, in pixels: what an eye can follow.
[[nodiscard]] int readableWidth();

/// Keeps what `page` lays out that wide at most, at its left, on a screen of any size; the rest is margin. The page has
/// its layout already; the margins are this function's from now on.
void keepReadable(QWidget *page);

} // namespace countersign::ui

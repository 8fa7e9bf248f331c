// The head of an AppImage: unpacks the file system that follows it in the same file once into the user's cache and
// starts the program there. Needs nothing of its system, not even FUSE. The format is type 2 of the AppImage draft
// specification: an ELF file with "AI\2" at byte 8, a squashfs where the ELF file ends.
extern "C" {
#include <squashfuse/squashfuse.h>
}

#include <elf.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <system_error>

namespace fs = std::filesystem;

namespace {

constexpr auto imageId = COUNTERSIGN_IMAGE_ID; ///< of the bytes of the file system that follows
constexpr auto cacheName = "countersign-appimage";
constexpr auto lockSuffix = ".lock";

[[noreturn]] void fail(const std::string &what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

/// Where the ELF file ends: its table of sections is its last part.
std::size_t imageOffset(const fs::path &self)
{
    Elf64_Ehdr head{};
    std::ifstream file(self, std::ios::binary);
    if (!file.read(reinterpret_cast<char *>(&head), sizeof head)) fail(self);
    return head.e_shoff + std::size_t{head.e_shentsize} * head.e_shnum;
}

/// A lock that lasts until `close`, or until the process that inherited it ends.
int lock(const fs::path &file, int kind)
{
    const int held = fs::is_directory(file) ? open(file.c_str(), O_RDONLY) : open(file.c_str(), O_RDWR | O_CREAT, 0600);
    if (held < 0) fail(file);
    if (flock(held, kind) == 0) return held;
    close(held);
    return -1;
}

class Image final
{
public:
    explicit Image(const fs::path &file)
    {
        if (sqfs_open_image(&m_image, file.c_str(), imageOffset(file)) != SQFS_OK)
            throw std::runtime_error("This file is damaged. Download it again.");
    }
    ~Image() { sqfs_destroy(&m_image); }
    Image(const Image &) = delete;
    Image &operator=(const Image &) = delete;

    void unpackTo(const fs::path &folder)
    {
        fs::create_directories(folder);
        walk([&](const fs::path &name, sqfs_inode &node) {
            const fs::path target = folder / name;
            if (S_ISDIR(node.base.mode))
                fs::create_directory(target);
            else if (S_ISLNK(node.base.mode))
                fs::create_symlink(link(node), target);
            else
                write(node, target);
            return true;
        });
    }

    /// Every file is there in its length: somebody may have tidied the cache.
    bool isUnpackedTo(const fs::path &folder)
    {
        return fs::exists(folder) && walk([&](const fs::path &name, sqfs_inode &node) {
                   std::error_code missing;
                   if (!S_ISREG(node.base.mode))
                       return fs::symlink_status(folder / name, missing).type() != fs::file_type::not_found;
                   return fs::file_size(folder / name, missing) == node.xtra.reg.file_size && !missing;
               });
    }

private:
    using Visit = std::function<bool(const fs::path &name, sqfs_inode &node)>;

    /// False as soon as `visit` says so.
    bool walk(const Visit &visit)
    {
        sqfs_traverse walked{};
        check(sqfs_traverse_open(&walked, &m_image, sqfs_inode_root(&m_image)));
        sqfs_err error = SQFS_OK;
        bool all = true;
        while (all && sqfs_traverse_next(&walked, &error)) {
            if (walked.dir_end) continue;
            sqfs_inode node{};
            check(sqfs_inode_get(&m_image, &node, sqfs_dentry_inode(&walked.entry)));
            all = visit(walked.path, node);
        }
        sqfs_traverse_close(&walked);
        check(error);
        return all;
    }

    std::string link(sqfs_inode &node)
    {
        std::array<char, 4096> text{};
        std::size_t size = text.size();
        check(sqfs_readlink(&m_image, &node, text.data(), &size));
        return text.data();
    }

    void write(sqfs_inode &node, const fs::path &target)
    {
        std::ofstream file(target, std::ios::binary);
        std::array<char, 128 * 1024> bytes; // the block of mksquashfs
        for (sqfs_off_t at = 0;;) {
            auto size = static_cast<sqfs_off_t>(bytes.size());
            check(sqfs_read_range(&m_image, &node, at, &size, bytes.data()));
            if (size == 0) break;
            file.write(bytes.data(), size);
            at += size;
        }
        file.close();
        if (!file) fail(target);
        fs::permissions(target, fs::perms(node.base.mode & 0755));
    }

    static void check(sqfs_err error)
    {
        if (error != SQFS_OK) throw std::runtime_error("This file is damaged. Download it again.");
    }

    sqfs m_image{};
};

fs::path cacheFolder()
{
    const char *cache = std::getenv("XDG_CACHE_HOME");
    const char *home = std::getenv("HOME");
    if (!(cache && *cache == '/') && !(home && *home == '/'))
        throw std::runtime_error("Neither HOME nor XDG_CACHE_HOME is set.");
    return (cache && *cache == '/' ? fs::path(cache) : fs::path(home) / ".cache") / cacheName;
}

void makePrivateFolder(const fs::path &folder)
{
    fs::create_directories(folder.parent_path());
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail(folder);
}

/// Unpacks beside and renames, so that nobody starts half a program.
void unpack(Image &image, const fs::path &folder)
{
    const fs::path beside = folder.string() + ".part", old = folder.string() + ".old";
    fs::remove_all(beside);
    image.unpackTo(beside);
    fs::remove_all(old);
    if (fs::exists(folder)) fs::rename(folder, old); // a program that runs from there keeps its open files
    fs::rename(beside, folder);
    fs::remove_all(old);
}

/// Takes away what was unpacked for other versions that nobody is running; with `ours`, for this one as well.
void tidy(const fs::path &cache, bool ours)
{
    for (const fs::directory_entry &entry : fs::directory_iterator(cache)) {
        const fs::path held = entry.path();
        if (held.extension() != lockSuffix || (held.stem() == imageId && !ours)) continue;
        const int nobodyElse = lock(held, LOCK_EX | LOCK_NB);
        if (nobodyElse < 0) continue;
        const fs::path folder = cache / held.stem();
        for (const char *suffix : {"", ".part", ".old"})
            fs::remove_all(folder.string() + suffix);
        fs::remove(held);
        close(nobodyElse);
    }
}

[[noreturn]] void start(const fs::path &self, const fs::path &folder, char **arguments)
{
    setenv("APPIMAGE", self.c_str(), 1);
    setenv("APPDIR", folder.c_str(), 1);
    execv((folder / "AppRun").c_str(), arguments);
    fail(folder / "AppRun");
}

int run(char **arguments)
{
    const fs::path self = fs::read_symlink("/proc/self/exe");
    const std::string order = arguments[1] ? arguments[1] : "";
    if (order == "--appimage-offset") return std::printf("%zu\n", imageOffset(self)), 0;
    if (order == "--appimage-extract") return Image(self).unpackTo("squashfs-root"), 0;

    const fs::path cache = cacheFolder();
    makePrivateFolder(cache);
    const int unpacking = lock(cache, LOCK_EX);
    if (order == "--appimage-remove-cache") {
        tidy(cache, true);
        std::error_code stillInUse;
        fs::remove(cache, stillInUse);
        return 0;
    }
    const fs::path folder = cache / imageId;
    Image image(self);
    lock(folder.string() + lockSuffix, LOCK_SH); // inherited by the program: as long as it runs, this folder stays
    if (!image.isUnpackedTo(folder)) unpack(image, folder);
    tidy(cache, false);
    close(unpacking);
    start(self, folder, arguments);
}

} // namespace

int main(int, char **arguments)
{
    try {
        return run(arguments);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}

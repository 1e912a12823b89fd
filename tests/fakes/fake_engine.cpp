// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// docker or podman without containers: run and exec start the command on this machine, in a session of its own. Folders
// given with --mount appear where they are wanted as links, and go with the "container". ps, images and inspect answer
// with a made-up vendor's image.
#include "fake_remote.h"

#include <filesystem>
#include <iostream>
#include <memory>

using driftscope::fakes::runBeyond;
using Words = std::vector<std::string>;

namespace {

/// Fields between commas; a field in double quotes may hold commas, and quotes twice.
Words fieldsOf(const std::string& line)
{
    Words fields{""};
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && isQuoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[i++];
        else if (line[i] == '"')
            isQuoted = !isQuoted;
        else if (line[i] == ',' && !isQuoted)
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    return fields;
}

/// The link that stands for a mount.
class Mount
{
public:
    explicit Mount(const std::string& argument)
    {
        std::string source;
        for (const std::string& field : fieldsOf(argument)) {
            if (field.rfind("source=", 0) == 0)
                source = field.substr(7);
            if (field.rfind("target=", 0) == 0)
                m_target = field.substr(7);
        }
        std::error_code problem;
        std::filesystem::create_directories(m_target.parent_path(), problem);
        std::filesystem::create_directory_symlink(source, m_target, problem);
        m_isMade = !problem;
    }
    ~Mount()
    {
        std::error_code ignored;
        if (m_isMade)
            std::filesystem::remove(m_target, ignored);
    }
    Mount(const Mount&) = delete;
    Mount& operator=(const Mount&) = delete;

    [[nodiscard]] bool isMade() const { return m_isMade; }

private:
    std::filesystem::path m_target;
    bool m_isMade = false;
};

int run(const Words& words)
{
    std::vector<std::unique_ptr<Mount>> mounts;
    Words command;
    std::size_t i = 1;
    for (; i < words.size() && words[i].rfind("-", 0) == 0; ++i) {
        if (words[i] == "--mount") {
            mounts.push_back(std::make_unique<Mount>(words[++i]));
            if (!mounts.back()->isMade()) {
                std::cerr << "fake engine: cannot mount " << words[i] << '\n';
                return 125;
            }
        } else if (words[i] == "--entrypoint") {
            command.push_back(words[++i]);
        } else if (words[i] == "--name") {
            ++i;
        }
    }
    if (i < words.size() && words[i] == "no-such-image") {
        std::cerr << "Unable to find image 'no-such-image' locally\n";
        return 125;
    }
    command.insert(command.end(), words.begin() + static_cast<long>(i) + 1, words.end());
    return runBeyond(command);
}

int execute(const Words& words)
{
    std::size_t i = 1;
    while (i < words.size() && words[i].rfind("-", 0) == 0)
        ++i;
    if (i >= words.size() || words[i] != "horizon-box") {
        std::cerr << "Error response from daemon: No such container: " << (i < words.size() ? words[i] : "") << '\n';
        return 1;
    }
    return runBeyond(Words(words.begin() + static_cast<long>(i) + 1, words.end()));
}

} // namespace

int main(int argc, char** argv)
{
    const Words words(argv + 1, argv + argc);
    const std::string verb = words.empty() ? "" : words.front();
    if (verb == "daemon") // what goes on without the client
        return run(Words(words.begin() + 1, words.end()));
    if (verb == "run") {
        Words behind{"/proc/self/exe", "daemon"};
        behind.insert(behind.end(), words.begin(), words.end());
        return runBeyond(behind);
    }
    if (verb == "exec")
        return execute(words);
    if (verb == "ps")
        std::cout << "horizon-box openexplorer/ai_toolchain_ubuntu_20_x5_cpu:v1.2.8\nother alpine:3\n";
    else if (verb == "images")
        std::cout << "openexplorer/ai_toolchain_ubuntu_20_x5_cpu:v1.2.8\nalpine:3\nhorizon:<none>\n";
    else if (verb == "inspect")
        std::cout << R"([{"Type":"bind","Source":"/data/work","Destination":"/open_explorer"}])" << '\n';
    else if (verb != "rm")
        return 64;
    return 0;
}
